export function growing(values: number[]): number[] {
  const doubled: number[] = [];
  values.forEach((value, position) => {
    if (position < 2) values.push(value);
    doubled.push(2 * value);
  });
  return doubled;
}
