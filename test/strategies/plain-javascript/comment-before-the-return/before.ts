export function shares(values: number[], total: number): number[] {
  return values.map((value) => {
    const share = value / total;
    // Never more than everything.
    return Math.min(share, 1);
  });
}
