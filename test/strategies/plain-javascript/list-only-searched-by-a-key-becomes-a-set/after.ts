interface Order {
  readonly id: number;
  readonly total: number;
}

export function totalOfDistinct(orders: Order[]): number {
  let total = 0;
  const countedIds = new Set<number>();
  for (const order of orders) {
    if (!countedIds.has(order.id)) {
      if (!Number.isNaN(order.id)) countedIds.add(order.id); // NaN equals nothing
      total += order.total;
    }
  }
  return total;
}
