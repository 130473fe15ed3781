// What bench:workers spreads over threads: items that have nothing to do with each other, of equal, of uneven and of nested work.

/** Equal work for every item. */
export function settleAll(seeds: number[]): number[] {
  const settled: number[] = [];
  for (const seed of seeds) {
    let value = seed;
    for (let round = 0; round < 400; round++) value = Math.sqrt(value * value + 1) - value / 3;
    settled.push(value);
  }
  return settled;
}

/** Work that differs from item to item, in no order. */
export function collatzSteps(starts: number[]): number[] {
  const steps: number[] = [];
  for (let i = 0; i < starts.length; i++) {
    let n = starts[i] ?? 1;
    let count = 0;
    while (n > 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      count++;
    }
    steps.push(count);
  }
  return steps;
}

/** Rows of a picture, the middle ones of which take the longest. */
export function escapeSums(rows: number[]): number[] {
  const sums: number[] = [];
  for (const y of rows) {
    let sum = 0;
    for (let x = 0; x < 40; x++) {
      let re = 0;
      let im = 0;
      let steps = 0;
      while (re * re + im * im < 4 && steps < 60) {
        const next = re * re - im * im + x / 16 - 2;
        im = 2 * re * im + y;
        re = next;
        steps++;
      }
      sum += steps;
    }
    sums.push(sum);
  }
  return sums;
}
