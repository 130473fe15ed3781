export function total(n: number): number[][] {
  const table: number[][] = Array.from({ length: n }, () => new Array(n).fill(1));
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) table[i]![j] = i * j;
  return table;
}
