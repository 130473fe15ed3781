export function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let i = 0n; i < exponent; i++) result *= base;
  return result;
}
