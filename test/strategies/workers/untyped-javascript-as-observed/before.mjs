export function power(base, exponent) {
  if (typeof base !== 'number' || typeof exponent !== 'number') return 0;
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}
