interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function cells(area: Rectangle, step: number): number {
  let count = 0;
  for (let x = area.left; x < area.right; x += step) for (let y = area.top; y < area.bottom; y += step) count++;
  return count;
}
