/** Whether each is even; whoever asks for the first one asks too early. */
export function areEven(values: readonly number[]): boolean[] {
  const isEven = (value: number): boolean => (value === 0 ? true : isOdd(value - 1));
  const first = isEven(values.length);
  const isOdd = (value: number): boolean => (value === 0 ? false : isEven(value - 1));
  return values.map((value) => isEven(Math.abs(value)) && first);
}
