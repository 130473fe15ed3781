export const total = (orders: readonly { price: number; count: number }[]): number =>
  orders.map((order) => order.price * order.count).reduce((sum, cost) => sum + cost, 0);
