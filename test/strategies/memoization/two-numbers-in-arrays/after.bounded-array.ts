// Results of gcdSteps by its arguments, for whole numbers below the limit, so that it cannot grow without bound.
const GCD_STEPS_CACHE_LIMIT = 1_000;
const gcdStepsCache: number[][] = [];

function rememberGcdSteps(a: number, b: number, result: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (b === 0) return result;
  const isSmall = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < GCD_STEPS_CACHE_LIMIT;
  if (isSmall(a) && isSmall(b)) (gcdStepsCache[a] ??= [])[b] = result;
  return result;
}

/** How many steps Euclid takes, over a family of pairs. */
export function gcdSteps(a: number, b: number): number {
  const cached = gcdStepsCache[a]?.[b];
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
