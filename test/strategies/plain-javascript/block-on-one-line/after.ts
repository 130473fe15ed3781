export function uniqBy<T>(list: T[], key: (t: T) => unknown) {
  const keys = new Set<unknown>();
  const out: T[] = [];
  for (const item of list) {
    const k = key(item);
    if (!keys.has(k)) {
      if (!Number.isNaN(k)) keys.add(k); // NaN equals nothing
      out.push(item);
    }
  }
  return out;
}
