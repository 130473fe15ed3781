export class Filter {
  readonly #taps: readonly number[];
  #gain = 2;

  constructor(taps: readonly number[]) {
    this.#taps = taps;
  }

  louder(gain: number): this {
    this.#gain = gain;
    return this;
  }

  run(signal: readonly number[]): number[] {
    const out: number[] = [];
    for (let i = 0; i < signal.length; i++) {
      let sum = 0;
      for (let k = 0; k < this.#taps.length && k <= i; k++) sum += this.#taps[k]! * signal[i - k]!;
      out.push(sum * this.#gain);
    }
    return out;
  }
}
