export const table = [1, 2, 3];

export function pick(n: number): number {
  let sum = 0;
  for (const value of table) sum += value * n;
  return sum;
}
