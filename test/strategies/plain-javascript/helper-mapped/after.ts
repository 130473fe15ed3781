function square(x: number): number {
  return x * x + 1;
}

export function squares(xs: number[]): number[] {
  const result = new Array<number>(xs.length);
  for (let i = 0; i < xs.length; i++) {
    if (!(i in xs)) continue; // map skips holes
    result[i] = square(xs[i]!);
  }
  return result;
}
