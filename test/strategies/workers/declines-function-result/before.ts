export function adder(n: number): (m: number) => number {
  return (m) => n + m;
}
