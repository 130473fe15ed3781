interface Point {
  x: number;
  y: number;
}

/** The distance of each point to the nearest other one. */
export function nearestDistances(points: Point[], farthest: number): number[] {
  return points.map((point, i) => {
    let nearest = farthest;
    for (let k = 0; k < points.length; k++) {
      const other = points[k];
      if (k === i || other === undefined) continue;
      nearest = Math.min(nearest, Math.hypot(point.x - other.x, point.y - other.y));
    }
    return nearest;
  });
}
