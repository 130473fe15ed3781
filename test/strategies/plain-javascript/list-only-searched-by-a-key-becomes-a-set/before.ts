interface Order {
  readonly id: number;
  readonly total: number;
}

export function totalOfDistinct(orders: Order[]): number {
  let total = 0;
  const counted: Order[] = [];
  for (const order of orders) {
    if (!counted.some((one) => one.id === order.id)) {
      counted.push(order);
      total += order.total;
    }
  }
  return total;
}
