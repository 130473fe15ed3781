export function distance(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
