export function convolve(image: number[][], kernel: number[][]): number[][] {
  const height = image.length;
  const width = image[0]!.length;
  const size = kernel.length;
  const result: number[][] = [];
  for (let y = 0; y <= height - size; y++) {
    const row: number[] = [];
    for (let x = 0; x <= width - size; x++) {
      let sum = 0;
      for (let ky = 0; ky < size; ky++) {
        for (let kx = 0; kx < size; kx++) sum += image[y + ky]![x + kx]! * kernel[ky]![kx]!;
      }
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}
