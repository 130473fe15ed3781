/** The mean of each sample and its neighbours in the row. */
export function blurRows(samples: Float32Array, weights: Float64Array, width: number, height: number): Float32Array {
  const reach = weights.length - 1;
  const blurred = new Float32Array(samples.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const column = Math.min(width - 1, Math.max(0, x + k));
        sum += samples[y * width + column]! * weights[Math.abs(k)]!;
      }
      blurred[y * width + x] = sum;
    }
  }
  return blurred;
}
