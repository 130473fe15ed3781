export const countPrimes = limit => {
  if (typeof limit !== 'number') return countPrimesOfAny(limit)
  // A plain array throws for what is no array length; a typed array would round it.
  if ((limit + 1) >>> 0 !== limit + 1) throw new RangeError('Invalid array length')
  const composite = new Uint8Array(limit + 1)
  let count = 0
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue
    count++
    for (let j = i * 2; j <= limit; j += i) composite[j] = 1
  }
  return count
}

/** `countPrimes` for arguments of any kind. */
function countPrimesOfAny(limit) {
  const composite = new Array(limit + 1).fill(false)
  let count = 0
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue
    count++
    for (let j = i * 2; j <= limit; j += i) composite[j] = true
  }
  return count
}
