/** In the callback the array is not there yet, which is an error. */
export function running(values: number[]): number[] {
  let sum = 0;
  for (let i = 0; i < 3; i++) for (let k = 0; k < values.length; k++) sum += values[k]! / (k + 1 + i);
  const made: number[] = values.map((value): number => value * sum + made.length);
  return made;
}
