export function paths(walls: string[]): number {
  const h = walls.length;
  const w = walls[0].length;
  const count: number[][] = [];
  for (let y = 0; y < h; y++) count.push(new Array(w).fill(1));
  for (let y = 1; y < h; y++) {
    for (let x = 1; x < w; x++) {
      count[y][x] = walls[y][x] === '#' ? 0 : count[y - 1][x] + count[y][x - 1];
    }
  }
  let sum = 0;
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) sum += count[y][x] % 1000;
  return sum;
}
