interface Stop {
  readonly name: string;
  readonly next: readonly Stop[];
}

/** In how many ways one gets there: the same stop is reached again and again. */
export function routes(start: Stop, goal: string): number {
  function count(stop: Stop): number {
    if (stop.name === goal) return 1;
    return stop.next.reduce((sum, one) => sum + count(one), 0);
  }
  return count(start);
}
