export function slope(x: number, steps: number): number {
  const turned = -x;
  if (turned > 5 || steps <= 0) return 0;
  let sum = 0;
  for (let i = 1; i <= steps; i++) sum += i / turned;
  return sum;
}
