const WEIGHTS = [3, 1, 4, 1, 5];

function weight(letter: string): number {
  return WEIGHTS[letter.charCodeAt(0) % WEIGHTS.length] ?? 0;
}

const total = (text: string): number => [...text].reduce((sum, letter) => sum + weight(letter), 0);

// Results of checksum by its argument. When it is full it starts over, so that it cannot grow without bound.
const CHECKSUM_CACHE_LIMIT = 100_000;
const checksumCache = new Map<string, number>();

function rememberChecksum(text: string, result: number): number {
  if (checksumCache.size >= CHECKSUM_CACHE_LIMIT) checksumCache.clear();
  checksumCache.set(text, result);
  return result;
}

export const checksum = (text: string): number => {
  const cached = checksumCache.get(text);
  if (cached !== undefined) return cached;
  return rememberChecksum(text, total(text) % 97);
};
