interface Order {
  items: number[];
}

export function total(order: Order): number {
  return order.items.reduce((sum, item) => sum + item, 0);
}
