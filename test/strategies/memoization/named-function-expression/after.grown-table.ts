// Results of catalan for 0, 1, 2 and so on, each made from those before it; the limit keeps them from growing without bound.
const CATALAN_RESULTS_LIMIT = 100_000;
const catalanResults = [1, 1];

export const catalan = function count(n: number): number {
  if (n <= 1) {
    return 1;
  }
  // Only smaller whole numbers are asked for: from the smallest on, each result is there before it is needed.
  if (Number.isInteger(n) && n >= 2 && n < CATALAN_RESULTS_LIMIT) {
    for (let k = catalanResults.length; k <= n; k++) {
      let total = 0;
      for (let i = 0; i < k; i++) {
        total += catalanResults[i]! * catalanResults[k - 1 - i]!;
      }
      catalanResults.push(total);
    }
    return catalanResults[n]!;
  }
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += count(i) * count(n - 1 - i);
  }
  return total;
};
