/** Every number that is reached by halving, from the first ones on, as it settles: the set grows under another name while it is gone through. */
export function reached(first: Set<number>): number[] {
  const order: number[] = [];
  const all = new Set(first);
  const found = all;
  for (const value of all) {
    let end = value;
    for (let round = 0; round < 100; round++) end = Math.cos(end * 1.5);
    order.push(end);
    if (value > 1) found.add(Math.floor(value / 2));
  }
  return order;
}
