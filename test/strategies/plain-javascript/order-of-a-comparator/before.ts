export function sorts(items: { kind: string; n: number }[], order: string[]) {
  return [...items].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.n - b.n);
}
