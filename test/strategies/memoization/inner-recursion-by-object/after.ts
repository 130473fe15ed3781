interface Stop {
  readonly name: string;
  readonly next: readonly Stop[];
}

/** In how many ways one gets there: the same stop is reached again and again. */
export function routes(start: Stop, goal: string): number {
  // Results of count by its argument, which hold for this call of routes only.
  const countCache = new Map<Stop, number>();

  function rememberCount(stop: Stop, result: number): number {
    countCache.set(stop, result);
    return result;
  }

  function count(stop: Stop): number {
    if (stop.name === goal) return 1;
    const cached = countCache.get(stop);
    if (cached !== undefined) return cached;
    return rememberCount(stop, stop.next.reduce((sum, one) => sum + count(one), 0));
  }
  return count(start);
}
