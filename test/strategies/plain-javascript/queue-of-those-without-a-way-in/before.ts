export function inOrder(names: string[], before: Map<string, string[]>): string[] {
  const open = new Map(names.map((name) => [name, 0]));
  for (const nexts of before.values()) for (const next of nexts) open.set(next, (open.get(next) ?? 0) + 1);
  const ready = names.filter((name) => open.get(name) === 0);
  const order: string[] = [];
  while (ready.length) {
    const name = ready.shift()!;
    order.push(name);
    before.get(name)?.forEach((next) => {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) ready.push(next);
    });
  }
  return order;
}
