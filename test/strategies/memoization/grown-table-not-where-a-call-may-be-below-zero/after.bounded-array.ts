// Results of drift by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const DRIFT_CACHE_LIMIT = 100_000;
const driftCache: number[] = [];

function rememberDrift(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < DRIFT_CACHE_LIMIT) driftCache[n] = result;
  return result;
}

/** The last round asks for -1, which has no place in a table. */
export function drift(n: number): number {
  if (n <= 0) return 1;
  const cached = driftCache[n];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 1; i <= n; i++) sum += drift(n - i - 1);
  return rememberDrift(n, sum);
}
