export interface Cell {
  readonly row: number;
  readonly heat: number;
}

/** How warm the rows are after a while. */
export function heatOfRows(rows: number, steps: number): Cell[] {
  const cells = Array.from({ length: rows }, (_, row) => {
    if (row === 77) throw new RangeError(`no such row: ${row}`);
    let heat = row;
    for (let step = 1; step <= steps; step++) heat = (heat * 7 + step) % 1013;
    return { row, heat };
  });
  return cells.filter(({ heat }) => heat > 3);
}
