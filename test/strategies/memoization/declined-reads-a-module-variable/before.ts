let rate = 1.2;

export function setRate(next: number): void {
  rate = next;
}

export function price(net: number): number {
  let sum = 0;
  for (let i = 0; i < 100; i++) sum += net * rate;
  return sum;
}
