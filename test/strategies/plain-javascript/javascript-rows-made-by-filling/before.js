export function board(height, width, cell) {
  let rows = Array(height).fill().map((row, y) => {
    return new Array(width).fill(cell);
  });
  const edges = new Array(width).fill(1).map((one) => one + width);
  const sizes = new Array(height).fill(0, 1).map(() => width);
  return { rows, edges, sizes };
}
