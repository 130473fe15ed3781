export function doubled(values: number[]) {
  const out = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    out[i] = v * 2;
  }
  return out;
}
