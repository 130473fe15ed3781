export function same(text: string, flag: boolean): number {
  const seen: boolean[] = new Array(text.length).fill(false);
  let total = 0;
  for (let i = 0; i < text.length; i++) if (seen[i] === flag) total++;
  return total;
}
