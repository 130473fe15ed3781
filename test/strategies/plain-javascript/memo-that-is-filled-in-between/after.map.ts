export function twice(n: number, names: string[]) {
  const memo: { key: string; v: number }[] = [];
  const memoByKey = new Map<string, { key: string; v: number }>();
  const go = (k: string, depth: number): number => {
    const hit = memoByKey.get(k);
    if (hit === undefined) {
      const inner = depth > 0 ? go(k, depth - 1) : 0;
      const added = { key: k, v: inner + 1 };
      memo.push(added);
      if (!memoByKey.has(k)) memoByKey.set(k, added);
      return inner;
    }
    return hit.v;
  };
  for (const name of names) go(name, n);
  return memo.map((m) => m.key + m.v).concat(names.map((x) => String(go(x, 0))));
}
