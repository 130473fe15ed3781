export function board(height, width, cell) {
  const rows = new Array(height);
  for (let y = 0; y < rows.length; y++) {
    rows[y] = new Array(width).fill(cell);
  }
  const items = new Array(width).fill(1);
  const count = items.length;
  const edges = new Array(count);
  for (let i = 0; i < count; i++) {
    const one = items[i];
    edges[i] = one + width;
  }
  const items2 = new Array(height).fill(0, 1);
  const sizes = new Array(items2.length);
  for (let i = 0; i < items2.length; i++) {
    if (!(i in items2)) continue; // map skips holes
    sizes[i] = width;
  }
  return { rows, edges, sizes };
}
