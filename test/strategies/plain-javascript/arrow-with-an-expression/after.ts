export const total = (orders: readonly { price: number; count: number }[]): number => {
  let sum = 0;
  for (let i = 0; i < orders.length; i++) {
    if (!(i in orders)) continue; // map skips holes
    const order = orders[i]!;
    const cost = order.price * order.count;
    sum += cost;
  }
  return sum;
};
