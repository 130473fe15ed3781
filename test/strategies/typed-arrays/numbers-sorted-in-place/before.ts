export function ranks(scores: number[], limit: number): number[] {
  scores.sort((left, right) => {
    return left - right;
  });
  const best = scores
    .filter((score) => score > limit)
    .sort((a, b) => b - a);
  return [...scores, ...best];
}
