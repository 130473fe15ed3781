export function relax(start: number[], passes: number): number {
  let previous = start;
  let current: number[] = new Array(start.length).fill(0);
  for (let p = 0; p < passes; p++) {
    for (let i = 0; i < start.length; i++) current[i] = previous[i] / 2;
    const swap = previous;
    previous = current;
    current = swap;
  }
  return previous[0];
}
