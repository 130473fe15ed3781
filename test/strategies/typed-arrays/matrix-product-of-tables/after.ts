export function matmul(a: number[][], b: number[][]): number[][] {
  const rows = a.length;
  const inner = b.length;
  const columns = b[0]!.length;
  const result: number[][] = [];
  const aCells = flatCells(a, rows, inner);
  const bCells = flatCells(b, inner, columns);
  if (aCells === undefined || bCells === undefined) return matmulOfRows(a, b);
  for (let i = 0; i < rows; i++) {
    const row = new Array<number>(columns).fill(0);
    // Row by row through b; each sum is added up in the same order as before.
    for (let k = 0; k < inner; k++) {
      const factor = aCells[i * inner + k]!;
      const bRow = k * columns;
      for (let j = 0; j < columns; j++) row[j]! += factor * bCells[bRow + j]!;
    }
    result.push(row);
  }
  return result;
}

/** The same for rows of different lengths, or with cells that are no numbers. */
function matmulOfRows(a: number[][], b: number[][]): number[][] {
  const rows = a.length;
  const inner = b.length;
  const columns = b[0]!.length;
  const result: number[][] = [];
  for (let i = 0; i < rows; i++) {
    const row: number[] = [];
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
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
