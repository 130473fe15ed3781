// Arrays with holes, which literals may not have in this project.

/** One value, a hole, and the other values. */
export function withHole(first: unknown, ...others: readonly unknown[]): unknown[] {
  const values: unknown[] = [first];
  for (const [index, value] of others.entries()) values[index + 2] = value;
  if (others.length === 0) values.length = 2;
  return values;
}

/** Digits of pi, with holes in some places. */
export function sparse(...at: readonly number[]): number[] {
  const digits = [3, 1, 4, 1, 5, 9, 2, 6];
  for (const index of at) delete digits[index];
  return digits;
}
