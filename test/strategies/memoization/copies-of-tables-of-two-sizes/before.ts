export function products(width: number, height: number): number[] {
  const table: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) table[y * width + x] = x * y;
  }
  return table;
}
