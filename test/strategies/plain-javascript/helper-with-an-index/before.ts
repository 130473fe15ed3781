function weighted(weighted: number, i: number): number {
  return weighted * i;
}

export function weights(xs: number[]): number[] {
  const i = xs.map(weighted).map((weighted) => weighted + 1);
  return i;
}
