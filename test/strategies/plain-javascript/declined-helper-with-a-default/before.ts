function round(x: number, digits = 2): number {
  return Number(x.toFixed(digits));
}

export function rounded(xs: number[]): number[] {
  return xs.map(round);
}
