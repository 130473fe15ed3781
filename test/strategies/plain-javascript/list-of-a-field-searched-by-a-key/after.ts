interface Item {
  readonly id: string;
  readonly price: number;
}

export class Shop {
  readonly items: Item[] = [{ id: 'a', price: 2 }, { id: 'b', price: 3 }, { id: 'a', price: 9 }];
  readonly hidden: string[] = ['b'];

  total(ids: readonly string[]): number {
    let sum = 0;
    const hiddenSet = new Set(this.hidden);
    const itemsById = new Map<string, Item>();
    this.items.forEach((item) => {
      if (!itemsById.has(item.id)) itemsById.set(item.id, item);
    });
    for (const id of ids) {
      if (hiddenSet.has(id)) continue;
      sum += itemsById.get(id)?.price ?? 0;
    }
    return sum;
  }
}
