interface Split {
  readonly threshold: number;
  readonly gain: number;
  readonly isClean: boolean;
}

/** Where to cut the numbers in two so that the marks of both sides agree best; null where no cut has marks on both sides. */
export function bestSplit(values: number[], marks: number[]): Split | null {
  let best = { threshold: 0, gain: -Infinity, isClean: false };
  let tried = 0;
  for (const threshold of values) {
    const left = { sum: 0, count: 0 };
    const right = { sum: 0, count: 0 };
    values.forEach((value, i) => {
      if (value <= threshold) {
        left.sum += marks[i]!;
        left.count++;
      } else {
        right.sum += marks[i]!;
        right.count++;
      }
    });
    if (left.count === 0 || right.count === 0) continue;
    tried++;
    const gain = left.sum ** 2 / left.count + right.sum ** 2 / right.count;
    if (gain > best.gain) best = { threshold, gain, isClean: left.sum === 0 || right.sum === 0 };
    if (tried > 1000) return { threshold: -0, gain, isClean: best.isClean };
  }
  return tried === 0 ? null : best;
}
