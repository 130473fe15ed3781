interface Order {
  readonly id: number;
  readonly paid: boolean;
}

export function unpaid(orders: readonly Order[]): Order[] {
  return orders.reduce((open, order) => (order.paid ? open : open.concat(order)), [] as Order[]);
}
