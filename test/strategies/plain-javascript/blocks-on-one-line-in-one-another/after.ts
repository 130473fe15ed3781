export function inc(list: number[]) {
  for (let i = 0; i < list.length; i++) {
    const out = new Array<number>(list.length);
    for (let i2 = 0; i2 < list.length; i2++) {
      const x = list[i2]!;
      out[i2] = x + i;
    }
    list[i] = out.length;
  }
  return list;
}
