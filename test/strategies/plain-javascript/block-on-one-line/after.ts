export function uniqBy<T>(list: T[], key: (t: T) => unknown) {
  const keys: unknown[] = [];
  const keysSet = new Set<unknown>();
  const out: T[] = [];
  for (const item of list) {
    const k = key(item);
    if (!keysSet.has(k)) {
      keys.push(k);
      if (!Number.isNaN(k)) keysSet.add(k); // NaN equals nothing
      out.push(item);
    }
  }
  return out;
}
