// Results of steps by its arguments. When it is full it starts over, so that it cannot grow without bound.
const STEPS_CACHE_LIMIT = 100_000;
const stepsCache = new Map<number, Map<number, number>>();
let stepsCacheSize = 0;

function rememberSteps(up: number, right: number, result: number): number {
  if (stepsCacheSize >= STEPS_CACHE_LIMIT) {
    stepsCache.clear();
    stepsCacheSize = 0;
  }
  let byUp = stepsCache.get(up);
  if (byUp === undefined) {
    byUp = new Map();
    stepsCache.set(up, byUp);
  }
  byUp.set(right, result);
  stepsCacheSize += 1;
  return result;
}

export function steps(up: number, right: number): number {
  if (up === 0) return 2;
  if (right < 1) return 5;
  const cached = stepsCache.get(up)?.get(right);
  if (cached !== undefined) return cached;
  return rememberSteps(up, right, steps(up - 1, right) + 3 * steps(up, right - 1));
}
