/** Louder, and soft at the top. */
export function shape(samples: Float64Array, gain: number): void {
  for (let i = 0; i < samples.length; i++) {
    samples[i]! *= gain;
    samples[i] = Math.tanh(Math.sin(samples[i]!) * Math.exp(-Math.abs(samples[i]!)));
  }
}
