export function strict(values: number[]): number[] {
  return values
    .map((value) => {
      if (value < 0) throw new RangeError('negative');
      return value;
    })
    .map((value) => {
      if (value === 0) throw new TypeError('zero');
      return 1 / value;
    });
}
