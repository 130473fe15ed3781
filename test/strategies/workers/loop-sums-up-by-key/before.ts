export interface Visit {
  readonly path: string;
  readonly ms: number;
}

/** How often each page was asked for, and how long that took. */
export function slowest(visits: readonly Visit[]): Map<string, { count: number; total: number }> {
  const byPath = new Map<string, { count: number; total: number }>();
  for (const visit of visits) {
    const path = visit.path.replaceAll(/\d+/g, ':id').replace(/\?.*$/, '').toLowerCase();
    const known = byPath.get(path);
    if (known === undefined) {
      byPath.set(path, { count: 1, total: visit.ms });
    } else {
      known.count += 1;
      known.total += visit.ms;
    }
  }
  return byPath;
}
