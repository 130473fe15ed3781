import { crowdingKernel } from './before.crowding.wasm.ts';

/** For each reading, how many of the others lie within a distance of it. */
export function crowding(readings: number[], distance: number): number[] {
  const fast = crowdingKernel(readings, distance);
  if (fast !== undefined) return fast;
  return readings.map((reading) => {
    let count = 0;
    for (const other of readings) {
      if (Math.abs(other - reading) <= distance) count++;
    }
    return count;
  });
}
