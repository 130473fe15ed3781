export class Counter {
  total = 0;

  count(values: number[], limits: number[]): number {
    for (const value of values) {
      for (const limit of limits) if (Math.sqrt(value) > limit) this.total += 1;
    }
    return this.total;
  }
}
