/** Each value as it settles, from the last one on; every third one takes another along. */
export function settledInPairs(values: number[]): number[] {
  const order: number[] = [];
  const left = [...values];
  for (let i = left.length - 1; i >= 0; i--) {
    let end = left[i] ?? 0;
    for (let round = 0; round < 100; round++) end = Math.cos(end * 1.5);
    order.push(end);
    if (i % 3 === 0) left.pop();
  }
  return order;
}
