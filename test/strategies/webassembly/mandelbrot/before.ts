export function escapeTime(cr: number, ci: number, limit: number): number {
  let x = 0;
  let y = 0;
  let steps = 0;
  while (steps < limit && x * x + y * y <= 4) {
    const t = x * x - y * y + cr;
    y = 2 * x * y + ci;
    x = t;
    steps++;
  }
  return steps;
}
