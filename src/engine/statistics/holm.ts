// Several comparisons in one report: with ten candidates that all make no difference, one in two reports would show a false "significant" one.
// Method: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979). Uniformly stronger
// than Bonferroni, and it asks nothing about how the comparisons depend on each other (they share the baseline).

/** Adjusted probabilities in the order given: each may be held against the level as if it were the only one. */
export function holmAdjusted(probabilities: readonly number[]): number[] {
  const order = probabilities.map((probability, index) => ({ probability, index }));
  order.sort((a, b) => a.probability - b.probability);
  const adjusted = new Array<number>(probabilities.length).fill(1);
  let running = 0;
  order.forEach(({ probability, index }, rank) => {
    running = Math.max(running, Math.min(1, probability * (probabilities.length - rank)));
    adjusted[index] = running;
  });
  return adjusted;
}
