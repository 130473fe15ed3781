const triangle = n => {
  let sum = 0
  for (let i = 1; i <= n; i++) sum += i
  return sum
}

const depth = n => n <= 0 ? 0 : 1 + depth(n - 1)

module.exports = { triangle, depth }
