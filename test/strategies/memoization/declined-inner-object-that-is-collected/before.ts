interface Stop {
  readonly name: string;
  readonly next: readonly Stop[];
}

/** Every visit counts, also the second one of a stop. */
export function visits(start: Stop): number {
  const seen: string[] = [];
  const visit = (stop: Stop): number => {
    seen.push(stop.name);
    return stop.next.reduce((sum, one) => sum + visit(one), 1);
  };
  return visit(start) + seen.length;
}
