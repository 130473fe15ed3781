/** How strongly each sample echoes. */
export function convolve(signal: readonly number[], response: readonly number[]): number[] {
  const out = new Array<number>(signal.length).fill(0);
  for (let i = 0; i < signal.length; i++) {
    let sum = 0;
    for (let j = 0; j < response.length && j <= i; j++) sum += signal[i - j]! * response[j]!;
    out[i] = sum;
  }
  return out;
}

export function echo(signal: number[]): number[] {
  return convolve(signal, [1, 0.5, 0.25]);
}
