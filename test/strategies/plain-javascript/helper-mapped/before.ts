function square(x: number): number {
  return x * x + 1;
}

export function squares(xs: number[]): number[] {
  return xs.map(square);
}
