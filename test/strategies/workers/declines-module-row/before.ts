const ROWS = [
  [1, 2, 3],
  [4, 5, 6],
] as const;

export function row(index: number): readonly number[] | undefined {
  return ROWS[index];
}
