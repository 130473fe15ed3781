/** Ways of a king over a board, with a weight for each border. */
export function kingWays(up: number, right: number): number {
  if (right < 0) return 7;
  if (up === 0) return 2;
  if (right === 0) return 5;
  // Only smaller whole numbers are asked for: a row is made from the one before it.
  if (Number.isInteger(up) && up > 0 && Number.isInteger(right) && right > 0 && (up + 1) * (right + 1) <= 1_000_000) {
    let above = new Array<number>(right + 1).fill(2);
    for (let i = 1; i <= up; i++) {
      const row: number[] = [5];
      for (let j = 1; j <= right; j++) {
        row.push(above[j]! + row[j - 1]! + above[j - 1]!);
      }
      above = row;
    }
    return above[right]!;
  }
  return kingWays(up - 1, right) + kingWays(up, right - 1) + kingWays(up - 1, right - 1);
}
