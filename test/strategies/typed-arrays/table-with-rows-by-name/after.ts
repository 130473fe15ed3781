export function correlation(series: number[][], weights: number[]): number {
  const count = series.length;
  const width = weights.length;
  let best = -Infinity;
  const seriesWidth = series[0]?.length ?? 0;
  const seriesCells = flatCells(series, count, seriesWidth);
  if (seriesCells === undefined) return correlationOfRows(series, weights);
  for (let i = 0; i < count; i++) {
    const left = i * seriesWidth;
    for (let j = 0; j < i; j++) {
      const right = j * seriesWidth;
      let sum = 0;
      for (let k = 0; k < seriesWidth; k++) sum += seriesCells[left + k]! * seriesCells[right + k]!;
      if (sum > best) best = sum;
    }
  }
  return best / width;
}

/** The same for rows of different lengths, or with cells that are no numbers. */
function correlationOfRows(series: number[][], weights: number[]): number {
  const count = series.length;
  const width = weights.length;
  let best = -Infinity;
  for (let i = 0; i < count; i++) {
    const left = series[i]!;
    for (let j = 0; j < i; j++) {
      const right = series[j]!;
      let sum = 0;
      for (let k = 0; k < right.length; k++) sum += left[k]! * right[k]!;
      if (sum > best) best = sum;
    }
  }
  return best / width;
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
