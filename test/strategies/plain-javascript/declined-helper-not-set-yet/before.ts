export function halves(xs: number[]): number[] {
  return xs.map(half);
}

const half = (x: number): number => x / 2;
