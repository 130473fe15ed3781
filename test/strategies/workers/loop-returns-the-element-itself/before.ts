export interface Order {
  id: string;
  weights: number[];
  note?: string;
}

export function firstHeavy(orders: Order[], limit: number): Order | undefined {
  for (const order of orders) {
    let load = 0;
    for (let k = 0; k < 40; k++) for (const weight of order.weights) load += weight / (k + 1);
    if (load > limit && order.note !== undefined) {
      return order.note.length > 3 ? order : undefined;
    }
  }
  return undefined;
}
