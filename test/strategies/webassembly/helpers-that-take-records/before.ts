interface Point {
  readonly x: number;
  readonly y: number;
}

const squared = (a: Point, b: Point): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

function inside({ x, y }: Point, outline: readonly Point[]): boolean {
  let result = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const a = outline[i]!;
    const b = outline[j]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) result = !result;
  }
  return result;
}

/** How near the nearest point is to each of those inside of the outline. */
export function nearest(points: Point[], outline: Point[]): number[] {
  const found: number[] = [];
  for (const p of points) {
    if (!inside(p, outline)) continue;
    let best = Infinity;
    for (let j = 0; j < points.length; j++) {
      const d = squared(p, points[j]!);
      if (d > 0) best = Math.min(best, d);
    }
    found.push(Math.sqrt(best));
  }
  return found;
}
