/** The longest way through the steps, each of which waits for another. */
export function longestChain(steps: readonly (readonly [string, string])[], first: string): number {
  const after = new Map<string, string[]>();
  for (const [from, to] of steps) {
    const known = after.get(from);
    if (known) known.push(to);
    else after.set(from, [to]);
  }
  const length = (step: string): number => {
    let longest = 0;
    for (const next of after.get(step) ?? []) longest = Math.max(longest, length(next));
    return longest + 1;
  };
  return length(first);
}
