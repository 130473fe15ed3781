export const catalan = function count(n: number): number {
  if (n <= 1) {
    return 1;
  }
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += count(i) * count(n - 1 - i);
  }
  return total;
};
