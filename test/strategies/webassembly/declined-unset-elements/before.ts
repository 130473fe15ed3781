export function squares(n: number): number {
  let memo: number[] = [0];
  if (n > 1) memo = new Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) memo[i] = i * j;
  return memo[0]!;
}
