export class Route {
  constructor(readonly tolls: readonly number[]) {}

  toll(stop: number): number {
    return this.tolls[stop] ?? 9;
  }

  cheapest(stop: number): number {
    if (stop <= 0) return 0;
    return this.toll(stop) + Math.min(this.cheapest(stop - 1), this.cheapest(stop - 2));
  }
}
