export class Series {
  constructor(readonly values: number[]) {}

  longestRise(): number {
    const n = this.values.length;
    const best = new Array<number>(n).fill(1);
    let longest = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        if (this.values[j] < this.values[i]) best[i] = Math.max(best[i], best[j] + 1);
      }
      longest = Math.max(longest, best[i]);
    }
    return longest;
  }
}
