export function canReach(numbers: number[], target: number): boolean {
  // Results of from by its arguments, which hold for this call of canReach only.
  const fromCache: boolean[][] = [];

  function rememberFrom(i: number, rest: number, result: boolean): boolean {
    (fromCache[i] ??= [])[rest] = result;
    return result;
  }

  function from(i: number, rest: number): boolean {
    if (rest === 0) return true;
    if (i === numbers.length || rest < 0) return false;
    const cached = fromCache[i]?.[rest];
    if (cached !== undefined) return cached;
    return rememberFrom(i, rest, from(i + 1, rest) || from(i + 1, rest - numbers[i]!));
  }

  return from(0, target);
}
