export function last(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  let i = 0;
  for (; i < text.length; i++) a[i] = 1;
  a[i] = 2;
  return a.length;
}
