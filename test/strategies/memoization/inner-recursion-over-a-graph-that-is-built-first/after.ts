/** The longest way through the steps, each of which waits for another. */
export function longestChain(steps: readonly (readonly [string, string])[], first: string): number {
  const after = new Map<string, string[]>();
  for (const [from, to] of steps) {
    const known = after.get(from);
    if (known) known.push(to);
    else after.set(from, [to]);
  }
  // Results of length by its argument, which hold for this call of longestChain only.
  const lengthCache = new Map<string, number>();

  function rememberLength(step: string, result: number): number {
    lengthCache.set(step, result);
    return result;
  }

  const length = (step: string): number => {
    const cached = lengthCache.get(step);
    if (cached !== undefined) return cached;
    let longest = 0;
    for (const next of after.get(step) ?? []) longest = Math.max(longest, length(next));
    return rememberLength(step, longest + 1);
  };
  return length(first);
}
