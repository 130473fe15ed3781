export function distance(a: string, b: string): number {
  const width = b.length + 1;
  let previous: number[] = new Array(width).fill(0);
  let current: number[] = new Array(width).fill(0);
  for (let j = 0; j < width; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j < width; j++) {
      let best = previous[j - 1];
      if (a[i - 1] !== b[j - 1]) best = Math.min(best, previous[j], current[j - 1]) + 1;
      current[j] = best;
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length];
}
