import { closestPairKernel } from './before.closest-pair.wasm.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly label?: string;
  readonly isUsed: boolean;
}

export function closestPair(points: readonly Point[]): number {
  const fast = closestPairKernel(points);
  if (fast !== undefined) return fast;
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
