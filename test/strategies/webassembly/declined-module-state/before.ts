let rate = 3;

export function setRate(value: number): void {
  rate = value;
}

export function grow(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += sum * rate + i;
  return sum;
}
