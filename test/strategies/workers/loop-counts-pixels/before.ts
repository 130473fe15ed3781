const LEVELS = 256;

/** How many pixels of the picture have each brightness. */
export function histogram(rows: Uint8Array[]): Uint32Array {
  const levels = new Uint32Array(LEVELS);
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y]!;
    for (let x = 0; x + 2 < row.length; x += 3) {
      const level = Math.round(0.299 * row[x]! + 0.587 * row[x + 1]! + 0.114 * row[x + 2]!);
      levels[level]!++;
    }
  }
  return levels;
}
