export const results = 1;
export const i = 1;

export function delannoy(row: number, j: number): number {
  if (row <= 0 || j <= 0) return 1;
  // Only smaller whole numbers are asked for: a row is made from the one before it.
  if (Number.isInteger(row) && row > 0 && Number.isInteger(j) && j > 0 && (row + 1) * (j + 1) <= 1_000_000) {
    let above = new Array<number>(j + 1).fill(1);
    for (let i = 1; i <= row; i++) {
      const row2: number[] = [1];
      for (let j2 = 1; j2 <= j; j2++) {
        row2.push(above[j2]! + row2[j2 - 1]! + above[j2 - 1]!);
      }
      above = row2;
    }
    return above[j]!;
  }
  return delannoy(row - 1, j) + delannoy(row, j - 1) + delannoy(row - 1, j - 1);
}
