/** The same for rows of different lengths, or with cells that are no numbers. */
const distancesOfRows = (points: readonly number[][]): number[][] => {
  const dimensions = points.length === 0 ? 0 : points[0]!.length;
  const result: number[][] = [];
  for (let i = 0; i < points.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < points.length; j++) {
      let sum = 0;
      for (let k = 0; k < dimensions; k++) {
        const difference = points[i]![k]! - points[j]![k]!;
        sum += difference * difference;
      }
      row.push(Math.sqrt(sum));
    }
    result.push(row);
  }
  return result;
};

/** How far each point is from each other one. */
export const distances = (points: readonly number[][]): number[][] => {
  const dimensions = points.length === 0 ? 0 : points[0]!.length;
  const result: number[][] = [];
  const pointsCells = flatCells(points, points.length, dimensions);
  if (pointsCells === undefined) return distancesOfRows(points);
  for (let i = 0; i < points.length; i++) {
    const row: number[] = [];
    const iRow = i * dimensions;
    for (let j = 0; j < points.length; j++) {
      let sum = 0;
      const jRow = j * dimensions;
      for (let k = 0; k < dimensions; k++) {
        const difference = pointsCells[iRow + k]! - pointsCells[jRow + k]!;
        sum += difference * difference;
      }
      row.push(Math.sqrt(sum));
    }
    result.push(row);
  }
  return result;
};

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
