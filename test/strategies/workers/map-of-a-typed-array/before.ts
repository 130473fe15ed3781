/** Brightness as a screen shows it. */
export function corrected(values: Float64Array, gamma: number): Float64Array {
  const scaled = values.map((value, at) => Math.pow(value, 1 / gamma) * (at % 2 === 0 ? 1 : 0.5));
  return scaled;
}
