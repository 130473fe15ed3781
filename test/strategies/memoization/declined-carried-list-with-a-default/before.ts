/** A level may ask for the default. */
export function reach(left: number, jumps: readonly number[], step: number | undefined = 2): number {
  if (left <= 0) return left === 0 ? 1 : 0;
  let sum = 0;
  for (const jump of jumps) sum += reach(left - jump - step, jumps, jump > 1 ? undefined : jump);
  return sum;
}
