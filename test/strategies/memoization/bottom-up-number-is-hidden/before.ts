const Number = { isInteger: (): boolean => true };

/** The file means something else by `Number`: no table, which would ask it. */
export function lucas(n: number): number {
  if (n < 2) return Number.isInteger() ? 2 - n : 0;
  return lucas(n - 1) + lucas(n - 2);
}
