interface Point {
  readonly x: number;
  readonly y: number;
  readonly label?: string;
  readonly isUsed: boolean;
}

export function closestPair(points: readonly Point[]): number {
  let best = Infinity;
  for (let i = 0; i < points.length; i++) {
    const { x, y } = points[i]!;
    if (!points[i]!.isUsed) continue;
    for (let j = i + 1; j < points.length; j++) {
      const other = points[j]!;
      const dx = other.x - x;
      const dy = other.y - y;
      const squared = dx * dx + dy * dy;
      if (other.isUsed && squared < best) best = squared;
    }
  }
  return Math.sqrt(best);
}
