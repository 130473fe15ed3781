type Point = { readonly id: number; readonly next: number };

export function chain(points: Point[], start: number): Point[] {
  const seen: Point[] = [];
  let at = start;
  for (let step = 0; step < points.length; step++) {
    const point = points.find(({ id }) => at === id);
    if (point === undefined) break;
    seen.push(point);
    at = point.next;
  }
  return seen;
}
