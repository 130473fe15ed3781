const isPrime = (n) => {
  if (n < 2) return false;
  for (let i = 2; i * i <= n; i++) if (n % i === 0) return false;
  return true;
};

export function primesBelow(limit) {
  const count = Math.max(0, Math.trunc(limit) || 0);
  if (count > 4294967295) throw new RangeError('Invalid array length');
  const result = [];
  for (let i = 0; i < count; i++) {
    if (isPrime(i)) result.push(i);
  }
  return result;
}
