interface Line {
  readonly order: string;
  readonly price: number;
}

/** Each order with its lines, their sum, and how many there are. */
export function summed(orders: string[], lines: Line[]) {
  return orders.map((order) => {
    const own = lines.filter((line) => line.order === order);
    const sum = lines.filter((line) => line.order === order).reduce((total, line) => total + line.price, 0);
    own.reverse();
    return { order, own, sum, count: lines.filter((line) => order === line.order).length };
  });
}
