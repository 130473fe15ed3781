export function squares(n: number): number {
  const memo: number[] = new Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) memo[i] = i * j;
  return memo[0];
}
