export function letters(text: string): number {
  const counts = new Array(26).fill(0);
  for (let i = 0; i < text.length; i++) counts[i % 26]++;
  return counts[0];
}
