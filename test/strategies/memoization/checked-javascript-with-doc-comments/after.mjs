// @ts-check

// Results of gcd by its arguments. When it is full it starts over, so that it cannot grow without bound.
const GCD_CACHE_LIMIT = 100_000;
/** @type {Map<number, Map<number, number>>} */
const gcdCache = new Map();
let gcdCacheSize = 0;

/**
 * @param {number} a
 * @param {number} b
 * @param {number} result
 */
function rememberGcd(a, b, result) {
  // Arguments of any other kind are not remembered: an object may change between two calls.
  if (typeof a !== 'number' || typeof b !== 'number') return result;
  if (gcdCacheSize >= GCD_CACHE_LIMIT) {
    gcdCache.clear();
    gcdCacheSize = 0;
  }
  let byA = gcdCache.get(a);
  if (byA === undefined) {
    byA = new Map();
    gcdCache.set(a, byA);
  }
  byA.set(b, result);
  gcdCacheSize += 1;
  return result;
}

/**
 * @param {number} a
 * @param {number} b
 * @returns {number}
 */
export function gcd(a, b) {
  const aKey = a;
  const bKey = b;
  const cached = gcdCache.get(aKey)?.get(bKey);
  if (cached !== undefined) return cached;
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return rememberGcd(aKey, bKey, Math.abs(a));
}
