/** One step of heat flowing between the cells of a plate; those at its rim stay as they are. */
export function heatStep(cells: Float64Array, width: number, height: number, flow: number): Float64Array {
  const next = new Float64Array(cells.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around = cells[at - 1]! + cells[at + 1]! + cells[at - width]! + cells[at + width]!;
      next[at] = cells[at]! + flow * (around - 4 * cells[at]!);
    }
  }
  return next;
}
