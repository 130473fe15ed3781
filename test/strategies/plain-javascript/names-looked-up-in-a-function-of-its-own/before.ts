interface User { id: number; name: string }
interface Order { userId: number; total: number }
export function attach(users: User[], orders: Order[]) {
  const nameOf = (id: number) => users.find((user) => user.id === id)?.name ?? 'unknown';
  return orders.map((order) => ({ ...order, name: nameOf(order.userId) }));
}
