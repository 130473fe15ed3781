interface Item {
  readonly kind: string;
  readonly weight: number;
}

export function heaviest(items: Item[]): Record<string, Item> {
  return items.reduce((found: Record<string, Item>, item) => {
    const kind = item.kind.trim();
    const known = found[kind];
    if (known === undefined || known.weight < item.weight) found[kind] = item;
    return found;
  }, {});
}
