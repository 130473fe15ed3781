// Results of fewestSquares for 0, 1, 2 and so on, each made from those before it; the limit keeps them from growing without bound.
const FEWEST_SQUARES_RESULTS_LIMIT = 100_000;
const fewestSquaresResults = [0];

/** The fewest squares that sum up to n. */
export function fewestSquares(n: number): number {
  if (n === 0) return 0;
  // Only smaller whole numbers are asked for: from the smallest on, each result is there before it is needed.
  if (Number.isInteger(n) && n >= 1 && n < FEWEST_SQUARES_RESULTS_LIMIT) {
    for (let k = fewestSquaresResults.length; k <= n; k++) {
      let best = k;
      for (let i = 1; i * i <= k; i++) {
        const count = 1 + fewestSquaresResults[k - i * i]!;
        if (count < best) best = count;
      }
      fewestSquaresResults.push(best);
    }
    return fewestSquaresResults[n]!;
  }
  let best = n;
  for (let i = 1; i * i <= n; i++) {
    const count = 1 + fewestSquares(n - i * i);
    if (count < best) best = count;
  }
  return best;
}
