interface Order {
  readonly id: number;
  readonly paid: boolean;
}

export function unpaid(orders: readonly Order[]): Order[] {
  const open = [] as Order[];
  for (let i = 0; i < orders.length; i++) {
    if (!(i in orders)) continue; // reduce skips holes
    const order = orders[i]!;
    if (!order.paid) open.push(order);
  }
  return open;
}
