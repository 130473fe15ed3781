export function collatzSteps(start: number): number {
  let steps = 0;
  while (start > 1) {
    start = start % 2 === 0 ? start / 2 : 3 * start + 1;
    steps++;
  }
  return steps;
}
