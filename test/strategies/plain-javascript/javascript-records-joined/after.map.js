export function joinCustomers(orders, customers) {
  if (
    orders?.constructor !== Array ||
    orders.findIndex((order) => order?.constructor !== Object) !== -1 ||
    customers?.constructor !== Array ||
    customers.findIndex((customer) => customer?.constructor !== Object) !== -1
  ) {
    return joinCustomersOfAny(orders, customers);
  }
  const customersById = new Map();
  customers.forEach((c) => {
    if (Number.isNaN(c.id)) return; // equals nothing
    if (!customersById.has(c.id)) customersById.set(c.id, c);
  });
  return orders.map((order) => {
    const customer = customersById.get(order.customerId);
    return { id: order.id, name: customer ? customer.name : 'unknown' };
  });
}

/** `joinCustomers` for arguments of any kind. */
function joinCustomersOfAny(orders, customers) {
  return orders.map((order) => {
    const customer = customers.find((c) => c.id === order.customerId);
    return { id: order.id, name: customer ? customer.name : 'unknown' };
  });
}
