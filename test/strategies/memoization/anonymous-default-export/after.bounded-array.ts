// Results of the default export by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const RESULT_CACHE_LIMIT = 100_000;
const resultCache: number[] = [];

function rememberResult(n: number, result: number): number {
  if (Number.isInteger(n) && n >= 0 && n < RESULT_CACHE_LIMIT) resultCache[n] = result;
  return result;
}

export default function (n: number): number {
  const cached = resultCache[n];
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 1; i <= n; i++) sum += 1 / (i * i);
  return rememberResult(n, sum);
}
