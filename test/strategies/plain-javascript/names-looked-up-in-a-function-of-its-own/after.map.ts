interface User { id: number; name: string }
interface Order { userId: number; total: number }
export function attach(users: User[], orders: Order[]) {
  const usersById = new Map<number, User>();
  users.forEach((user) => {
    if (Number.isNaN(user.id)) return; // equals nothing
    if (!usersById.has(user.id)) usersById.set(user.id, user);
  });
  const nameOf = (id: number) => usersById.get(id)?.name ?? 'unknown';
  return orders.map((order) => ({ ...order, name: nameOf(order.userId) }));
}
