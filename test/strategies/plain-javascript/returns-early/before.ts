export function signs(values: number[]): string[] {
  return values.map((value) => {
    if (value < 0) return 'minus';
    return 'plus';
  });
}
