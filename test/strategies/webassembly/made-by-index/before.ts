export function ranks(n: number): number {
  const start = Array.from({ length: n }, (_, i) => (i * 7) % n);
  const squares = Array.from({ length: start.length }, (_, i) => start[i]! * start[i]!);
  let steps = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i; start[j] !== 0 && steps < 1000; j = start[j]!) steps += 1 + (squares[j]! & 3);
  }
  return steps;
}
