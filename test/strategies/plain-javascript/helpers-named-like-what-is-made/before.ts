const sum = (a: number, b: number): number => a + b;

function item(x: number): boolean {
  return x > 1;
}

function x(value: number): number {
  return value * 2;
}

function i(value: number): number {
  return value + 1;
}

export function result(xs: number[]): number {
  return xs.filter(item).map(x).map(i).reduce(sum, 0);
}
