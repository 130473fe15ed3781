export function halves(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i / 2] += 1;
  return a[0];
}
