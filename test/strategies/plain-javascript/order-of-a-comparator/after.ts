export function sorts(items: { kind: string; n: number }[], order: string[]) {
  const orderPlaces = new Map<string, number>();
  order.forEach((element, index) => {
    if (!orderPlaces.has(element)) orderPlaces.set(element, index);
  });
  return [...items].sort((a, b) => (orderPlaces.get(a.kind) ?? -1) - (orderPlaces.get(b.kind) ?? -1) || a.n - b.n);
}
