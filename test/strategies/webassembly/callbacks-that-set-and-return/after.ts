import { assignToKernel } from './before.assign-to.wasm.ts';

/** The number of each point's nearest center; the total of the distances goes to the front. */
export function assignTo(points: [number, number][], centers: number[][], limit: number): number[] {
  const fast = assignToKernel(points, centers, limit);
  if (fast !== undefined) return fast;
  let total = 0;
  const nearest = points.map(([x, y], at) => {
    let best = -1;
    let least = Infinity;
    centers.forEach((center, k) => {
      if (center.some((one) => Number.isNaN(one))) return;
      const distance = center.reduce((sum, one, i) => {
        const off = one - (i === 0 ? x : y);
        if (off > limit) return sum + limit;
        return sum + off * off;
      }, 0);
      if (distance < least) {
        least = distance;
        best = k;
      }
    });
    total += best === -1 ? at : least;
    return best;
  });
  nearest[0] = total;
  return nearest;
}
