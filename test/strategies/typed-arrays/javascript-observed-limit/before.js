export const countPrimes = limit => {
  const composite = new Array(limit + 1).fill(false)
  let count = 0
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue
    count++
    for (let j = i * 2; j <= limit; j += i) composite[j] = true
  }
  return count
}
