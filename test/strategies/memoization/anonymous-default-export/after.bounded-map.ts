// Results of the default export by its argument. When it is full it starts over, so that it cannot grow without bound.
const RESULT_CACHE_LIMIT = 100_000;
const resultCache = new Map<number, number>();

function rememberResult(n: number, result: number): number {
  if (resultCache.size >= RESULT_CACHE_LIMIT) resultCache.clear();
  resultCache.set(n, result);
  return result;
}

export default function (n: number): number {
  const cached = resultCache.get(n);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let i = 1; i <= n; i++) sum += 1 / (i * i);
  return rememberResult(n, sum);
}
