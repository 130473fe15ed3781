export function joinCustomers(orders, customers) {
  if (
    orders?.constructor !== Array ||
    orders.findIndex((order) => order?.constructor !== Object) !== -1 ||
    customers?.constructor !== Array ||
    customers.findIndex((customer) => customer?.constructor !== Object) !== -1
  ) {
    return joinCustomersOfAny(orders, customers);
  }
  const result = new Array(orders.length);
  for (let i = 0; i < orders.length; i++) {
    if (!(i in orders)) continue; // map skips holes
    const order = orders[i];
    const customer = customers.find((c) => c.id === order.customerId);
    result[i] = { id: order.id, name: customer ? customer.name : 'unknown' };
  }
  return result;
}

/** `joinCustomers` for arguments of any kind. */
function joinCustomersOfAny(orders, customers) {
  return orders.map((order) => {
    const customer = customers.find((c) => c.id === order.customerId);
    return { id: order.id, name: customer ? customer.name : 'unknown' };
  });
}
