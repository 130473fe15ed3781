/** What was seen is left out: the same step gives another answer by the second time. */
export function visits(steps: ReadonlyMap<string, readonly string[]>, first: string): number {
  const seen = new Set<string>();
  const count = (step: string): number => {
    if (seen.has(step)) return 0;
    seen.add(step);
    let sum = 1;
    for (const next of steps.get(step) ?? []) sum += count(next);
    return sum;
  };
  return count(first);
}
