/** The mean of every window of `width` values, and of what stands before each value. */
export function means(values: number[], width: number): number[] {
  const out: number[] = [];
  for (let i = 0; i + width <= values.length; i++) {
    const window = values.slice(i, i + width);
    let sum = 0;
    for (let j = 0; j < window.length; j++) {
      if (!(j in window)) continue; // reduce skips holes
      const b = window[j]!;
      sum += b;
    }
    out.push(sum / width);
  }
  const counts = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // map skips holes
    const before = values.slice(0, i);
    counts[i] = before.length;
  }
  return out.concat(counts);
}
