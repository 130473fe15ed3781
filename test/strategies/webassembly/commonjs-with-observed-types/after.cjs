'use strict'
const { weighKernel } = require('./before.weigh.wasm.cjs')

const scale = 3

function weigh (values, rounds, flag) {
  const fast = weighKernel(values, rounds, flag)
  if (fast !== undefined) return fast
  let sum = 0
  for (let r = 0; r < rounds; r++) {
    for (let i = 0; i < values.length; i++) {
      sum = (sum * scale + values[i]) % 1000003
      if (flag && sum > 500000) sum -= i
    }
  }
  return sum
}

module.exports = { weigh }
