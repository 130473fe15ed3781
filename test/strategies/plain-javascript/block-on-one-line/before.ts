export function uniqBy<T>(list: T[], key: (t: T) => unknown) {
  const keys: unknown[] = [];
  const out: T[] = [];
  for (const item of list) {
    const k = key(item);
    if (keys.indexOf(k) < 0) { keys.push(k); out.push(item); }
  }
  return out;
}
