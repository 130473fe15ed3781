// Results of counts by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const COUNTS_CACHE_LIMIT = 1_000;
const countsCache = new Map<string, number[]>();

function rememberCounts(text: string, result: number[]): number[] {
  if (countsCache.size >= COUNTS_CACHE_LIMIT) countsCache.clear();
  countsCache.set(text, result.slice());
  return result;
}

export function counts(text: string): number[] {
  const cached = countsCache.get(text);
  if (cached !== undefined) return cached.slice();
  const found = new Array<number>(128).fill(0);
  for (let i = 0; i < text.length; i++) found[text.charCodeAt(i)]++;
  return rememberCounts(text, found);
}
