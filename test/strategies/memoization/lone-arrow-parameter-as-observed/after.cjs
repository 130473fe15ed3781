const triangle = n => {
  let sum = 0
  for (let i = 1; i <= n; i++) sum += i
  return sum
}

// Results of depth by its argument. When it is full it starts over, so that it cannot grow without bound.
const DEPTH_CACHE_LIMIT = 100_000
const depthCache = new Map()

function rememberDepth(n, result) {
  // Arguments of any other kind are not remembered: an object may change between two calls.
  if (typeof n !== 'number') return result
  if (depthCache.size >= DEPTH_CACHE_LIMIT) depthCache.clear()
  depthCache.set(n, result)
  return result
}

const depth = n => {
  if (n <= 0) return 0
  const cached = depthCache.get(n)
  if (cached !== undefined) return cached
  return rememberDepth(n, 1 + depth(n - 1))
}

module.exports = { triangle, depth }
