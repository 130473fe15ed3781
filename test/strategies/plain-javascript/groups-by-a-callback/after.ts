export function groupBy<T>(xs: T[], key: (x: T) => string): Record<string, T[]> {
  const count = xs.length;
  let acc: Record<string, T[]> = {};
  for (let i = 0; i < count; i++) {
    if (!(i in xs)) continue; // reduce skips holes
    const x = xs[i]!;
    const key2 = key(x);
    // As an assignment, this one key would set the prototype.
    if (key2 === '__proto__') acc = { ...acc, [key2]: [...(acc[key(x)] ?? []), x] };
    else acc[key2] = [...(acc[key(x)] ?? []), x];
  }
  return acc;
}
