export function pairs(text: string, pair: number[]): number {
  const a: number[] = new Array(text.length).fill(0);
  const [first] = pair;
  for (let i = 0; i < text.length; i++) a[i] = first;
  return a[0];
}
