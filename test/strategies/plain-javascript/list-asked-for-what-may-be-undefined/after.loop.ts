export function known(asked: (string | undefined)[], names: (string | undefined)[]): number[] {
  const result = new Array<number>(asked.length);
  for (let i = 0; i < asked.length; i++) {
    if (!(i in asked)) continue; // map skips holes
    const one = asked[i]!;
    result[i] = names.some((name) => name === one) ? names.findIndex((name) => name === one) : -1;
  }
  return result;
}
