interface Line {
  readonly order: string;
  readonly price: number;
}

/** Each order with its lines, their sum, and how many there are. */
export function summed(orders: string[], lines: Line[]) {
  const result = new Array<{ order: string; own: Line[]; sum: number; count: number; }>(orders.length);
  for (let i = 0; i < orders.length; i++) {
    if (!(i in orders)) continue; // map skips holes
    const order = orders[i]!;
    const own = lines.filter((line) => line.order === order);
    const sum = lines.filter((line) => line.order === order).reduce((total, line) => total + line.price, 0);
    own.reverse();
    result[i] = { order, own, sum, count: lines.filter((line) => order === line.order).length };
  }
  return result;
}
