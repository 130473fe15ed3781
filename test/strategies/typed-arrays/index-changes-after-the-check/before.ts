export function slip(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  let i = 0;
  while (i < text.length) {
    i++;
    a[i] = 1;
  }
  return a.length;
}
