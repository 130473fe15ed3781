export class Tally {
  readonly counts: number[] = [];
  add(values: number[]): number {
    let sum = 0;
    for (const value of values) {
      for (let i = 1; i < 100; i++) sum += Math.sin(value * i) / i;
      this.counts.push(value);
    }
    return sum;
  }
}
