/** The running weighted sums of one view in the other. */
export function convolve(to: Float64Array, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) {
    let sum = 0;
    for (let j = 0; j < from.length; j++) sum += from[j] * (j - i);
    to[i] = sum;
  }
}
