export function inOrder(names: string[], before: Map<string, string[]>): string[] {
  const result = new Array<[string, number]>(names.length);
  for (let i = 0; i < names.length; i++) {
    if (!(i in names)) continue; // map skips holes
    const name = names[i]!;
    result[i] = [name, 0];
  }
  const open = new Map(result);
  for (const nexts of before.values()) for (const next of nexts) open.set(next, (open.get(next) ?? 0) + 1);
  const ready = names.filter((name) => open.get(name) === 0);
  let head = 0;
  const order: string[] = [];
  while (head < ready.length) {
    const name = ready[head++]!;
    order.push(name);
    before.get(name)?.forEach((next) => {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) ready.push(next);
    });
  }
  return order;
}
