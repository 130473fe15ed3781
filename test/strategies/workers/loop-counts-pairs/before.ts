export interface Point {
  x: number;
  y: number;
}

/** How many pairs lie close together, those on top of one another twice. */
export function countClose(points: Point[], radius: number): number {
  let count = 0;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const distance = Math.hypot(points[i]!.x - points[j]!.x, points[i]!.y - points[j]!.y);
      if (distance > radius) continue;
      count++;
      if (distance === 0) count += 1;
    }
  }
  return count;
}
