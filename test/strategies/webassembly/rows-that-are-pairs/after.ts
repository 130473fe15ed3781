import { neighboursKernel } from './before.neighbours.wasm.ts';

interface Site {
  readonly latitude: number;
  readonly longitude: number;
}

/** For each site the index of the nearest other one, and how far it is. */
export function neighbours(sites: Site[], others: Site[]): [number, number][] {
  const fast = neighboursKernel(sites, others);
  if (fast !== undefined) return fast;
  const found: [number, number][] = [];
  for (let i = 0; i < sites.length; i++) {
    let best = -1;
    let least = Infinity;
    for (let j = 0; j < others.length; j++) {
      const d = (sites[i]!.latitude - others[j]!.latitude) ** 2 + (sites[i]!.longitude - others[j]!.longitude) ** 2;
      if (d < least) {
        least = d;
        best = j;
      }
    }
    found.push([best, Math.sqrt(least)]);
  }
  return found;
}
