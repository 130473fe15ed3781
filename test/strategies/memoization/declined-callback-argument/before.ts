export function integrate(f: (x: number) => number, steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += f(i / steps);
  return sum;
}
