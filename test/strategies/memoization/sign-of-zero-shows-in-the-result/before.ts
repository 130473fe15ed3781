export function damped(x: number): number {
  let sum = 0;
  for (let k = 1; k <= 20; k++) sum += Math.cos(k) / k;
  return x * sum;
}
