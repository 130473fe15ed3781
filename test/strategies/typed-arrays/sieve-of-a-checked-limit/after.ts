export function twins(limit: number): number {
  if (!Number.isInteger(limit) || limit < 2) return 0;
  // A plain array throws for what is no array length; a typed array would round it.
  if ((limit + 1) >>> 0 !== limit + 1) throw new RangeError('Invalid array length');
  const isPrime = new Uint8Array(limit + 1).fill(1);
  isPrime[0] = isPrime[1] = 0;
  let pairs = 0;
  for (let i = 2; i <= limit; i++) {
    if (isPrime[i] === 0) continue;
    if (isPrime[i - 2]) pairs++;
    for (let j = 2 * i; j <= limit; j += i) isPrime[j] = 0;
  }
  return pairs;
}
