export class Sequences {
  static longest(limit: number): number {
    let best = 0;
    for (let start = 1; start < limit; start++) {
      let n = start;
      let steps = 1;
      while (n !== 1) {
        n = n % 2 === 0 ? n / 2 : 3 * n + 1;
        steps++;
      }
      if (steps > best) best = steps;
    }
    return best;
  }
}
