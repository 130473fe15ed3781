export function reciprocals(numbers: number[]): number[] {
  return numbers.map((number) => {
    if (number === 0) throw new RangeError('0 has no reciprocal');
    if (number < 0) throw new TypeError(`${number} is negative`);
    return 1 / number;
  });
}
