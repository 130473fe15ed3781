/** Every number that is reached by halving, from the first ones on, as it settles: the list grows while it is gone through. */
export function reached(first: number[]): number[] {
  const order: number[] = [];
  const waiting = [...first];
  let i = 0;
  while (i < waiting.length) {
    const value = waiting[i] ?? 0;
    let end = value;
    for (let round = 0; round < 100; round++) end = Math.cos(end * 1.5);
    order.push(end);
    if (value > 1) waiting.push(Math.floor(value / 2));
    i++;
  }
  return order;
}
