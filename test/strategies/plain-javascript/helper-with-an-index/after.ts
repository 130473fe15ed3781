function weighted(weighted: number, i: number): number {
  return weighted * i;
}

export function weights(xs: number[]): number[] {
  const i = new Array<number>(xs.length);
  for (let j = 0; j < xs.length; j++) {
    if (!(j in xs)) continue; // map skips holes
    const weighted2 = weighted(xs[j]!, j);
    i[j] = weighted2 + 1;
  }
  return i;
}
