const isPrime = (n) => {
  if (n < 2) return false;
  for (let i = 2; i * i <= n; i++) if (n % i === 0) return false;
  return true;
};

export function primesBelow(limit) {
  return Array.from({ length: limit }, (_, i) => i).filter(isPrime);
}
