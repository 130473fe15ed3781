export interface Point {
  x: number;
  y: number;
}

export function closestPair(points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const [a, b] = [points[i]!, points[j]!];
      if (Number.isNaN(a.x)) throw new RangeError(`no place: ${i}`);
      const distance = (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
      if (distance < least) {
        least = distance;
      }
    }
  }
  return Math.sqrt(least);
}
