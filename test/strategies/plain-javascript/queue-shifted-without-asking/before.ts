export function drain(values: number[], rounds: number): number {
  const queue = [...values];
  let sum = 0;
  while (sum < rounds) {
    sum += (queue.shift() ?? 1) + queue.length;
    if (sum % 3 === 0) queue.push(2);
  }
  return sum;
}
