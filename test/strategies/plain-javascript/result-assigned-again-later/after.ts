/** The differences of neighbours, taken so many times. */
export function differences(values: readonly number[], times: number): number[] {
  let current: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // map skips holes
    const value = values[i]!;
    const value2 = value * 2;
    if (value2 > 0) current.push(value2);
  }
  for (let round = 0; round < times; round++) {
    const next: number[] = [];
    for (let i = 1; i < current.length; i++) next.push(current[i]! - current[i - 1]!);
    current = next;
  }
  return current;
}
