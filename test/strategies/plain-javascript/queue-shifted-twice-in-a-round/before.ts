export function pairs(values: number[]): number[] {
  const queue = [...values];
  const sums: number[] = [];
  while (queue.length > 0) {
    const left = queue.shift()!;
    const right = queue.shift() ?? 0;
    sums.push(left + right);
    if (left > 10) queue.push(left - 10);
  }
  return sums;
}
