// Where j has reached the length, nothing answers: the recursion goes on to where i has.
export function cost(a: string, b: string): number {
  // Results of rest by its arguments, which hold for this call of cost only.
  const restCache: number[][] = [];

  function rememberRest(i: number, j: number, result: number): number {
    // An array cannot tell -0 from 0, but the result may: neither is remembered.
    if (j === 0) return result;
    (restCache[i] ??= [])[j] = result;
    return result;
  }

  function rest(i: number, j: number): number {
    if (i === a.length) return j - b.length;
    const cached = restCache[i]?.[j];
    if (cached !== undefined) return cached;
    return rememberRest(i, j, Math.min(rest(i + 1, j), rest(i + 1, j + 1)) + (a[i] === b[j] ? 0 : 1));
  }
  return rest(0, 0);
}
