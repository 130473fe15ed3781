// Begins at a number that nobody knows: fractions and negative numbers would be in no table.
export function tail(a: string, b: string, start: number): number {
  // Results of rest by its arguments, which hold for this call of tail only.
  const restCache: number[][] = [];

  function rememberRest(i: number, j: number, result: number): number {
    (restCache[i] ??= [])[j] = result;
    return result;
  }

  function rest(i: number, j: number): number {
    if (i >= a.length) return b.length;
    if (j >= b.length) return a.length;
    const cached = restCache[i]?.[j];
    if (cached !== undefined) return cached;
    return rememberRest(i, j, Math.min(rest(i + 1, j), rest(i, j + 1)) + (a[i] === b[j] ? 0 : 1));
  }
  return rest(start, 0);
}
