export function steps(up: number, right: number): number {
  if (up === 0) return 2;
  if (right < 1) return 5;
  // Only the results above and to the left are asked for: one row is made over and over, from left to right.
  if (Number.isInteger(up) && up > 0 && Number.isInteger(right) && right > 0 && (up + 1) * (right + 1) <= 1_000_000) {
    const row = new Array<number>(right + 1).fill(2);
    row[0] = 5;
    for (let i = 1; i <= up; i++) {
      for (let j = 1; j <= right; j++) {
        row[j] = row[j]! + 3 * row[j - 1]!;
      }
    }
    return row[right]!;
  }
  return steps(up - 1, right) + 3 * steps(up, right - 1);
}
