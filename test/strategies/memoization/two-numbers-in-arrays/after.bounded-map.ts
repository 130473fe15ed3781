// Results of gcdSteps by its arguments. When it is full it starts over, so that it cannot grow without bound.
const GCD_STEPS_CACHE_LIMIT = 100_000;
const gcdStepsCache = new Map<number, Map<number, number>>();
let gcdStepsCacheSize = 0;

function rememberGcdSteps(a: number, b: number, result: number): number {
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (b === 0) return result;
  if (gcdStepsCacheSize >= GCD_STEPS_CACHE_LIMIT) {
    gcdStepsCache.clear();
    gcdStepsCacheSize = 0;
  }
  let byA = gcdStepsCache.get(a);
  if (byA === undefined) {
    byA = new Map();
    gcdStepsCache.set(a, byA);
  }
  byA.set(b, result);
  gcdStepsCacheSize += 1;
  return result;
}

/** How many steps Euclid takes, over a family of pairs. */
export function gcdSteps(a: number, b: number): number {
  const cached = gcdStepsCache.get(a)?.get(b);
  if (cached !== undefined) return cached;
  let steps = 0;
  for (let i = 1; i <= 40; i++) {
    let x = a * i + 1;
    let y = b + i;
    while (y !== 0) {
      [x, y] = [y, x % y];
      steps += 1;
    }
  }
  return rememberGcdSteps(a, b, steps);
}
