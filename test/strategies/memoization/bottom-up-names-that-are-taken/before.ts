export const results = 1;
export const i = 1;

export function delannoy(row: number, j: number): number {
  if (row <= 0 || j <= 0) return 1;
  return delannoy(row - 1, j) + delannoy(row, j - 1) + delannoy(row - 1, j - 1);
}
