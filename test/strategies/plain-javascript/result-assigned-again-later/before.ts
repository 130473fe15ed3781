/** The differences of neighbours, taken so many times. */
export function differences(values: readonly number[], times: number): number[] {
  let current = values.map((value) => value * 2).filter((value) => value > 0);
  for (let round = 0; round < times; round++) {
    const next: number[] = [];
    for (let i = 1; i < current.length; i++) next.push(current[i]! - current[i - 1]!);
    current = next;
  }
  return current;
}
