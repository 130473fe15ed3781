function small(x: number): number {
  if (x > 2) throw new Error(`large: ${x}`);
  return x;
}

function whole(x: number): number {
  if (x % 1 !== 0) throw new RangeError(`broken: ${x}`);
  return x;
}

export function checked(xs: number[]): number[] {
  return xs.map(small).map(whole);
}
