export function count(text: string): number {
  const counts: number[] = new Array(text.length);
  for (let i = 0; i < text.length; i++) counts[i] = (counts[i] ?? 0) + 1;
  return counts[0];
}
