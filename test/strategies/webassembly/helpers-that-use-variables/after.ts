import { spreadsKernel } from './before.spreads.wasm.ts';

/** Spreads along a grid with helpers that use its arrays, its parameters and variables which change between their calls. */
export function spreads(cells: number[], table: number[][], width: number, rounds: number): number[] {
  const fast = spreadsKernel(cells, table, width, rounds);
  if (fast !== undefined) return fast;
  const now = cells.slice();
  const seen = new Array<boolean>(cells.length).fill(false);
  let share = 0.5;
  const at = (x: number, y: number): number => now[y * width + x]!;
  const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y * width + x < cells.length;
  const around = function (x: number, y: number): number {
    let sum = 0;
    for (let dx = -1; dx <= 1; dx++) if (inside(x + dx, y)) sum += at(x + dx, y) * share;
    return sum;
  };
  const set = (place: number, value: number): void => {
    now[place] = value;
    seen[place] = true;
  };
  for (let round = 0; round < rounds; round++) {
    const factor = 1 / (round + 1);
    const weight = (row: number, column: number) => table[row]![column]! * factor + bonus(column);
    share = factor / 2;
    for (let y = 0; y * width < cells.length; y++) {
      for (let x = 0; x < width; x++) {
        if (!inside(x, y)) continue;
        set(y * width + x, around(x, y) + weight(y % table.length, x % table[0]!.length));
      }
    }
  }
  for (let i = 0; i < seen.length; i++) if (!seen[i]) now[i] = -1;
  return now;

  function bonus(column: number): number {
    return column % 2 === 0 ? share : rounds;
  }
}
