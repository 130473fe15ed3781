export function drain(queue: number[]): number {
  const seen: number[] = new Array(queue.length).fill(0);
  while (queue.length > 0) {
    const next = queue.pop();
    if (next !== undefined) queue.push(next - 1);
    for (let i = 0; i < queue.length; i++) seen[i] = 1;
  }
  return seen.length;
}
