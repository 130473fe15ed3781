/** What is added depends on the sum so far. */
export function damped(xs: readonly number[]): number {
  let total = 0;
  xs.forEach((x) => {
    total += settle(x, total);
  });
  return total;
}

function settle(x: number, sum: number): number {
  let value = x;
  for (let k = 1; k < 50; k++) value = Math.sqrt(value * value + k) / (1 + sum);
  return value;
}
