export function normalize(values: number[], rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] < 0) throw new RangeError(`negative at ${i}`);
      values[i] = Math.sqrt(values[i]);
    }
  }
}
