// Results of collatzSteps by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const COLLATZ_STEPS_CACHE_LIMIT = 100_000;
const collatzStepsCache: number[] = [];

function rememberCollatzSteps(start: number, result: number): number {
  if (Number.isInteger(start) && start >= 0 && start < COLLATZ_STEPS_CACHE_LIMIT) collatzStepsCache[start] = result;
  return result;
}

export function collatzSteps(start: number): number {
  const key = start;
  const cached = collatzStepsCache[key];
  if (cached !== undefined) return cached;
  let steps = 0;
  while (start > 1) {
    start = start % 2 === 0 ? start / 2 : 3 * start + 1;
    steps++;
  }
  return rememberCollatzSteps(key, steps);
}
