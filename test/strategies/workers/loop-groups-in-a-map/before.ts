export interface Order {
  id: number;
  lines: number[];
}

function band(order: Order): string {
  if (order.lines.length > 5) throw new RangeError(`too long: ${order.id}`);
  let total = 0;
  for (const line of order.lines) total += Math.sqrt(line);
  return total.toFixed(0);
}

export function ordersByBand(orders: readonly Order[]): Map<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = band(order);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  return groups;
}
