export function joinCustomers(orders, customers) {
  return orders.map((order) => {
    const customer = customers.find((c) => c.id === order.customerId);
    return { id: order.id, name: customer ? customer.name : 'unknown' };
  });
}
