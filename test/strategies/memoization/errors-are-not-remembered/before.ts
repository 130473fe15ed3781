export function factorial(n: number): number {
  if (n < 0) throw new RangeError(`negative: ${n}`);
  if (!Number.isInteger(n)) {
    throw new TypeError('not an integer');
  }
  return n === 0 ? 1 : n * factorial(n - 1);
}
