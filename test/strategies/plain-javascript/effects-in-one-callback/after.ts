export function growing(values: number[]): number[] {
  const doubled: number[] = [];
  const count = values.length;
  for (let position = 0; position < count; position++) {
    if (!(position in values)) continue; // forEach skips holes
    const value = values[position]!;
    if (position < 2) values.push(value);
    doubled.push(2 * value);
  }
  return doubled;
}
