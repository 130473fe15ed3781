interface Line {
  readonly order: string;
  readonly price: number;
}

/** Each order with its lines, their sum, and how many there are. */
export function summed(orders: string[], lines: Line[]) {
  const linesByOrder = new Map<string, Line[]>();
  lines.forEach((line) => {
    const group = linesByOrder.get(line.order);
    if (group === undefined) linesByOrder.set(line.order, [line]);
    else group.push(line);
  });
  return orders.map((order) => {
    const own = linesByOrder.get(order)?.slice() ?? [];
    const sum = (linesByOrder.get(order) ?? []).reduce((total, line) => total + line.price, 0);
    own.reverse();
    return { order, own, sum, count: (linesByOrder.get(order) ?? []).length };
  });
}
