const isEven = (x: number): boolean => x % 2 === 0;

function scaled(value: number): number {
  return value / 3;
}

function add(sum: number, value: number): number {
  return sum + value;
}

export function total(xs: number[]): number {
  const sum = xs.map(scaled).filter(isEven).map(scaled).reduce(add, 0);
  return sum;
}
