/** The place that is read last is only set in some rounds, so it may be one of a round before, or from before the loop. */
export function wander(steps: Float64Array, start: number, rounds: number): number {
  let at = start;
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < steps.length; i++) {
      sum += steps[i]! > sum ? ((at = i), steps[at]!) : 1;
      sum -= steps[at]!;
    }
  }
  return sum;
}
