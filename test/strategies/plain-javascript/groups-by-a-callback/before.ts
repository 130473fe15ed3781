export function groupBy<T>(xs: T[], key: (x: T) => string): Record<string, T[]> {
  return xs.reduce<Record<string, T[]>>((acc, x) => ({ ...acc, [key(x)]: [...(acc[key(x)] ?? []), x] }), {});
}
