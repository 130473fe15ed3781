export function votes(ballots: number[], n: number): number {
  const tally = new Array(n).fill(0);
  for (const ballot of ballots) tally[ballot]++;
  return tally[0];
}
