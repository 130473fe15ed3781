export function count(text: string): number {
  const counts: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) counts[i] ??= 1;
  return counts[0];
}
