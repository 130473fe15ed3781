export function power(signal: readonly number[], k: number): number {
  let total = 0;
  for (let round = 0; round < k; round++) {
    let re = 0;
    let im = 0;
    for (let t = 0; t < signal.length; t++) {
      const angle = (-2 * Math.PI * round * t) / signal.length;
      re += signal[t]! * Math.cos(angle);
      im += signal[t]! * Math.sin(angle);
    }
    total += re * re + im * im;
  }
  return total;
}
