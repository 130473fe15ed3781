export class Tally {
  total = 0;
  counts: number[] = [];
  add(values: number[]): number[] {
    return values.map((value) => {
      this.total += value;
      let cost = 0;
      for (let i = 1; i < 100; i++) cost += Math.sin(value * i) / i;
      return cost;
    });
  }
}
