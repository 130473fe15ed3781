type Point = { readonly id: number; readonly next: number };

export function chain(points: Point[], start: number): Point[] {
  const seen: Point[] = [];
  let at = start;
  const pointsById = new Map<number, Point>();
  points.forEach((point) => {
    if (Number.isNaN(point.id)) return; // equals nothing
    if (!pointsById.has(point.id)) pointsById.set(point.id, point);
  });
  for (let step = 0; step < points.length; step++) {
    const point = pointsById.get(at);
    if (point === undefined) break;
    seen.push(point);
    at = point.next;
  }
  return seen;
}
