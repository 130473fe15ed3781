export function collatz(limit: number): number {
  const memo: number[] = new Array(limit + 1);
  let longest = 0;
  for (let i = 1; i <= limit; i++) {
    if (memo[i] !== undefined) continue;
    memo[i] = i % 2 === 0 ? memo[i / 2] + 1 : i;
    longest = Math.max(longest, memo[i]);
  }
  return longest;
}
