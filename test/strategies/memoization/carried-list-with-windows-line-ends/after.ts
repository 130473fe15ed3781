/** A text of the pieces. */
export function pieces(left: number, sizes: readonly number[]): string {
  // Results of solve by its argument, which hold for this call of pieces only.
  const solveCache: string[] = [];

  function rememberSolve(left: number, result: string): string {
    solveCache[left] = result;
    return result;
  }

  const solve = (left: number): string => {
    if (left === 0) return 'done\r\n';
    const cached = solveCache[left];
    if (cached !== undefined) return cached;
    let text = '';
    for (const size of sizes) {
      if (size <= left) text += solve(left - size);
    }
    return rememberSolve(left, text);
  };
  return solve(left);
}
