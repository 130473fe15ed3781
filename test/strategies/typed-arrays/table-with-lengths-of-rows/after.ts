export function multiply(a: number[][], b: number[][]): number[][] {
  const result: number[][] = [];
  const aWidth = a[0]?.length ?? 0;
  const bWidth = b[0]?.length ?? 0;
  const aCells = flatCells(a, a.length, aWidth);
  const bCells = flatCells(b, aWidth, bWidth);
  if (aCells === undefined || bCells === undefined) return multiplyOfRows(a, b);
  for (let i = 0; i < a.length; i++) {
    const row = new Array<number>(b[0]!.length).fill(0);
    // Row by row through b; each sum is added up in the same order as before.
    for (let k = 0; k < a[i]!.length; k++) {
      const factor = aCells[i * aWidth + k]!;
      const bRow = k * bWidth;
      for (let j = 0; j < b[0]!.length; j++) row[j]! += factor * bCells[bRow + j]!;
    }
    result.push(row);
  }
  return result;
}

/** The same for rows of different lengths, or with cells that are no numbers. */
function multiplyOfRows(a: number[][], b: number[][]): number[][] {
  const result: number[][] = [];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < b[0]!.length; j++) {
      let sum = 0;
      for (let k = 0; k < a[i]!.length; k++) {
        sum += a[i]![k]! * b[k]![j]!;
      }
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}

/** The cells of a table, row after row; undefined where a row has not `width` numbers. */
function flatCells(rows: readonly (readonly number[])[], height: number, width: number): Float64Array | undefined {
  for (let i = 0; i < height; i++) {
    if (rows[i]?.length !== width) return undefined;
  }
  const cells = new Float64Array(height * width);
  for (let i = 0; i < height; i++) {
    const row = rows[i]!;
    for (let j = 0; j < width; j++) {
      const cell = row[j];
      if (typeof cell !== 'number') return undefined;
      cells[i * width + j] = cell;
    }
  }
  return cells;
}
