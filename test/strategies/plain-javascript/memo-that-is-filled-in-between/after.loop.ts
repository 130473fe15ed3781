export function twice(n: number, names: string[]) {
  const memo: { key: string; v: number }[] = [];
  const go = (k: string, depth: number): number => {
    const hit = memo.find((m) => m.key === k);
    if (hit === undefined) {
      const inner = depth > 0 ? go(k, depth - 1) : 0;
      memo.push({ key: k, v: inner + 1 });
      return inner;
    }
    return hit.v;
  };
  for (const name of names) go(name, n);
  const result = new Array<string>(memo.length);
  for (let i = 0; i < memo.length; i++) {
    const m = memo[i]!;
    result[i] = m.key + m.v;
  }
  return result.concat(names.map((x) => String(go(x, 0))));
}
