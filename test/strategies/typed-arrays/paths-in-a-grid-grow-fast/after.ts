export function paths(walls: string[]): number {
  const h = walls.length;
  const w = walls[0].length;
  const count = new Float64Array(h * w).fill(1);
  for (let y = 1; y < h; y++) {
    const row = y * w;
    const previousRow = row - w;
    for (let x = 1; x < w; x++) {
      count[row + x] = walls[y][x] === '#' ? 0 : count[previousRow + x] + count[row + x - 1];
    }
  }
  let sum = 0;
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) sum += count[y * w + x] % 1000;
  return sum;
}
