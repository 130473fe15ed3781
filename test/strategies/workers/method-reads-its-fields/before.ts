export class Projector {
  private readonly steps: number;

  constructor(
    readonly rates: readonly number[],
    private readonly scale: number,
    steps = 20,
  ) {
    this.steps = steps;
  }

  /** What each value grows to. */
  project(values: readonly number[], scale: number): number[] {
    const grown: number[] = [];
    for (let i = 0; i < values.length; i++) {
      let value = values[i]! * this.scale;
      for (let step = 0; step < this.steps; step++) value += value * this.rates[step % this.rates.length]! * scale;
      if (value > 1e300) throw new RangeError(`out of range after ${this.steps} steps`);
      grown.push(value);
    }
    return grown;
  }
}
