import { RADIUS } from './earth.ts';

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
  return sum;
}

export const flatDistance = (fromLat: number, toLat: number): number => RADIUS * Math.abs(toRadians(toLat - fromLat));
