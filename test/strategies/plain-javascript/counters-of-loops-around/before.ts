/** The mean of every window of `width` values, and of what stands before each value. */
export function means(values: number[], width: number): number[] {
  const out: number[] = [];
  for (let i = 0; i + width <= values.length; i++) {
    const window = values.slice(i, i + width);
    const sum = window.reduce((a, b) => a + b, 0);
    out.push(sum / width);
  }
  const counts = values.map((_, i) => {
    const before = values.slice(0, i);
    return before.length;
  });
  return out.concat(counts);
}
