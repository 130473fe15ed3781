interface Item {
  readonly id: string;
  readonly price: number;
}

export class Shop {
  readonly items: Item[] = [{ id: 'a', price: 2 }, { id: 'b', price: 3 }, { id: 'a', price: 9 }];
  readonly hidden: string[] = ['b'];

  total(ids: readonly string[]): number {
    let sum = 0;
    for (const id of ids) {
      if (this.hidden.includes(id)) continue;
      sum += this.items.find((item) => item.id === id)?.price ?? 0;
    }
    return sum;
  }
}
