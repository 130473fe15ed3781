/** Bends every sample along a curve. */
export function bend(samples: Float32Array, curve: number[]): void {
  for (let i = 0; i < samples.length; i++) {
    let value = samples[i]!;
    for (let k = 0; k < curve.length; k++) value = value * 0.9 + Math.sin(value * curve[k]!) * 0.1;
    samples[i] = value;
  }
}
