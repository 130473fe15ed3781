export function shift(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i - 1] = i;
  return a[0] + a.length;
}
