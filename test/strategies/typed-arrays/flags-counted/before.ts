export function count(text: string): number {
  const seen: boolean[] = new Array(text.length).fill(false);
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    seen[i] = text[i] === 'x';
    total += Number(seen[i]);
  }
  return total;
}
