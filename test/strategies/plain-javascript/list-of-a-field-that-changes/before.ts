interface Item {
  readonly id: string;
  readonly price: number;
}

export class Shop {
  readonly items: Item[] = [{ id: 'a', price: 2 }];

  total(ids: readonly string[]): number {
    let sum = 0;
    for (const id of ids) {
      const known = this.items.find((item) => item.id === id);
      if (known === undefined) this.items.push({ id, price: 1 });
      sum += known?.price ?? 0;
    }
    return sum;
  }
}
