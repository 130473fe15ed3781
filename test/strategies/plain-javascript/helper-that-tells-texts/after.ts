function isText(x: unknown): x is string {
  return typeof x === 'string';
}

export function texts(xs: unknown[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < xs.length; i++) {
    if (!(i in xs)) continue; // filter skips holes
    const x = xs[i]!;
    if (isText(x)) result.push(x);
  }
  return result;
}
