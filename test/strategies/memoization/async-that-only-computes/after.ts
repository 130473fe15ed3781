// Results of checksum by its arguments. When it is full it starts over, so that it cannot grow without bound.
const CHECKSUM_CACHE_LIMIT = 100_000;
const checksumCache = new Map<string, Map<number, number>>();
let checksumCacheSize = 0;

function rememberChecksum(text: string, rounds: number, result: number): number {
  if (checksumCacheSize >= CHECKSUM_CACHE_LIMIT) {
    checksumCache.clear();
    checksumCacheSize = 0;
  }
  let byText = checksumCache.get(text);
  if (byText === undefined) {
    byText = new Map();
    checksumCache.set(text, byText);
  }
  byText.set(rounds, result);
  checksumCacheSize += 1;
  return result;
}

/** Only the promise is asynchronous: the work is not. */
export const checksum = async (text: string, rounds = 3): Promise<number> => {
  if (rounds < 0) throw new RangeError(`negative: ${rounds}`);
  const cached = checksumCache.get(text)?.get(rounds);
  if (cached !== undefined) return cached;
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
    if (sum === 97) throw new Error(`unlucky after ${round + 1}`);
  }
  return rememberChecksum(text, rounds, sum);
};
