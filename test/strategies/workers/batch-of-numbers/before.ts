export function collatzSteps(start: number): number {
  let steps = 0;
  for (let n = start; n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps += 1;
  return steps;
}

export function longest(limit: number): number {
  let best = 1;
  for (let start = 2; start < limit; start++) best = Math.max(best, collatzSteps(start));
  return best;
}
