interface User { id: number; name: string }
interface Order { userId: number; total: number }
export function attach(users: User[], orders: Order[]) {
  const nameOf = (id: number) => users.find((user) => user.id === id)?.name ?? 'unknown';
  const result = new Array<{ name: string; userId: number; total: number; }>(orders.length);
  for (let i = 0; i < orders.length; i++) {
    if (!(i in orders)) continue; // map skips holes
    const order = orders[i]!;
    result[i] = { ...order, name: nameOf(order.userId) };
  }
  return result;
}
