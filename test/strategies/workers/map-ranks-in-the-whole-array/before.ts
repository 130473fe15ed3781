export function ranks(scores: number[]): number[] {
  return scores.map((score) => scores.filter((other) => other > score).length + 1);
}
