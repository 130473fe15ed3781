export const movingAverage = (values: number[], window: number) => {
  const averages: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const from = Math.max(0, i - window + 1)
    let sum = 0
    for (let j = from; j <= i; j++) sum += values[j]!
    averages.push(sum / (i - from + 1))
  }
  return averages
}

/** `movingAverage` with its numbers in a typed array. */
export const movingAverageTyped = (values: number[], window: number) => {
  const averages = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const from = Math.max(0, i - window + 1)
    let sum = 0
    for (let j = from; j <= i; j++) sum += values[j]!
    averages[i] = sum / (i - from + 1)
  }
  return averages
}
