export function partitions(n: number): number {
  // Stays a plain array where n is no whole number: indices made from it are none either.
  const ways = n >= 0 && n === (n | 0) ? new Float64Array(n + 1) : new Array<number>(n + 1);
  if (n < 2) return 1;
  ways[0] = 1;
  ways[1] = 1;
  for (let i = 2; i <= n; i++) {
    let sum = 0;
    for (let j = 0; j < i; j++) sum += ways[j]!;
    ways[i] = sum + ways[i - 1]!;
  }
  return ways[n]!;
}
