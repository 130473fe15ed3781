// Results of arrangements by its argument, for whole numbers below the limit, so that it cannot grow without bound.
const ARRANGEMENTS_CACHE_LIMIT = 100_000;
const arrangementsCache: number[] = [];

function rememberArrangements(size: number, result: number): number {
  // An array cannot tell -0 from 0, but the result may: neither is remembered.
  if (size === 0) return result;
  if (Number.isInteger(size) && size >= 0 && size < ARRANGEMENTS_CACHE_LIMIT) arrangementsCache[size] = result;
  return result;
}

/** Backtracking: what is left changes while it recurses, so that no result of `count` holds for the next call. */
export function arrangements(size: number): number {
  const cached = arrangementsCache[size];
  if (cached !== undefined) return cached;
  const used: boolean[] = new Array<boolean>(size).fill(false);
  function count(position: number): number {
    if (position > size) return 1;
    let found = 0;
    for (let value = 1; value <= size; value++) {
      if (used[value - 1] === true || (value % position !== 0 && position % value !== 0)) continue;
      used[value - 1] = true;
      found += count(position + 1);
      used[value - 1] = false;
    }
    return found;
  }
  return rememberArrangements(size, count(1));
}
