function isEven(x: number): boolean {
  return x % 2 === 0;
}

function weighted(x: number, i: number): number {
  return x * i;
}

export function weights(xs: number[]): number[] {
  return xs.filter(isEven).map(weighted);
}
