export interface Order {
  readonly id: number;
  readonly items: readonly { price: number; quantity: number }[];
}

function total({ id, items }: Order): number {
  if (id < 0) throw new RangeError(`no such order: ${id}`);
  let sum = 0;
  for (const { price, quantity } of items) sum += price * quantity;
  return sum;
}

export function dearOrders(orders: readonly Order[], limit: number): Order[] {
  const dear = orders.filter((order) => order.items.length > 0 && total(order) > limit);
  return dear.sort((a, b) => a.id - b.id);
}
