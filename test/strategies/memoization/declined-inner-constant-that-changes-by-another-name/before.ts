/** The list that is added to is the one that the Map holds. */
export function chains(steps: readonly (readonly [string, string])[], first: string): string {
  const after = new Map<string, string[]>();
  for (const [from, to] of steps) after.set(from, [...(after.get(from) ?? []), to]);
  const known = after.get(first) ?? [];
  const length = (step: string): number => {
    let longest = 0;
    for (const next of after.get(step) ?? []) longest = Math.max(longest, length(next));
    return longest + 1;
  };
  const before = length(first);
  known.push('end');
  return `${before} ${length(first)}`;
}
