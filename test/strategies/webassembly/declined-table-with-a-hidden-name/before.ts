const SCALE = [2, 4].reduce((a, b) => a * b);

function scaled(value: number): number {
  return value / SCALE;
}

/** The parameter has the name of what the helper reads. */
export function mix(row: number[], SCALE: number): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    for (let k = 0; k < row.length; k++) sum += scaled(row[k]! + i) * SCALE;
  }
  return sum;
}
