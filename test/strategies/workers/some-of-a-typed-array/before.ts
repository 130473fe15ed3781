function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}

export function hasPrimeAbove(values: Uint32Array, least: number): boolean {
  return values.some((value) => value > least && isPrime(value));
}
