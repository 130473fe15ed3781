// Results of shapes for 0, 1, 2 and so on, each made from those before it; the limit keeps them from growing without bound.
const SHAPES_RESULTS_LIMIT = 100_000;
const shapesResults = [1, 1];

/** In how many shapes a binary tree of n nodes comes. */
export function shapes(n: number): number {
  if (n < 0) {
    throw new RangeError('No tree has fewer nodes than none.');
  }
  if (n <= 1) return 1;
  // Only smaller whole numbers are asked for: from the smallest on, each result is there before it is needed.
  if (Number.isInteger(n) && n >= 2 && n < SHAPES_RESULTS_LIMIT) {
    for (let k = shapesResults.length; k <= n; k++) {
      let total = 0;
      for (let root = 1; root <= k; root++) {
        total += shapesResults[root - 1]! * shapesResults[k - root]!;
      }
      shapesResults.push(total);
    }
    return shapesResults[n]!;
  }
  // Each node may be the root.
  let total = 0;
  for (let root = 1; root <= n; root++) {
    total += shapes(root - 1) * shapes(n - root);
  }
  return total;
}
