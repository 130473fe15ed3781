import * as earth from './earth.ts';
import { flatDistance, squaredDistance as distance } from './geometry.ts';
import { spreadKernel } from './before.spread.wasm.ts';

export function spread(points: readonly (readonly number[])[], latitudes: readonly number[]): number {
  const fast = spreadKernel(points, latitudes);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < points.length; j++) {
      sum += distance(points[i]!, points[j]!) + earth.tilt(i) + flatDistance(latitudes[i]!, latitudes[j]!);
    }
  }
  return sum;
}
