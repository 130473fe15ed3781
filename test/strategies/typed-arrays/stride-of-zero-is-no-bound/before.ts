export function strides(text: string, stride: number): number {
  const a: number[] = new Array(text.length).fill(0);
  for (let y = 0; y < 3; y++) {
    for (let x = 0; x < text.length; x++) a[y * stride + x] = 1;
  }
  return a.length;
}
