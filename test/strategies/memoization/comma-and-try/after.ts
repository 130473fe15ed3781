// Results of parsed by its argument. When it is full it starts over, so that it cannot grow without bound.
const PARSED_CACHE_LIMIT = 100_000;
const parsedCache = new Map<string, number>();

function rememberParsed(text: string, result: number): number {
  if (parsedCache.size >= PARSED_CACHE_LIMIT) parsedCache.clear();
  parsedCache.set(text, result);
  return result;
}

export function parsed(text: string): number {
  const cached = parsedCache.get(text);
  if (cached !== undefined) return cached;
  let tries = 0;
  try {
    return rememberParsed(text, (tries++, (JSON.parse(text) as string).length));
  } catch {
    return rememberParsed(text, -1);
  }
}
