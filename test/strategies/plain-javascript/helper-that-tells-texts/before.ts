function isText(x: unknown): x is string {
  return typeof x === 'string';
}

export function texts(xs: unknown[]): string[] {
  return xs.filter(isText);
}
