export function smooth(values: number[], rounds: number): number {
  let current = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) current[i] = values[i]!;
  for (let round = 0; round < rounds; round++) {
    const next = new Array<number>(values.length);
    for (let i = 0; i < values.length; i++) {
      const left = i > 0 ? current[i - 1]! : 0;
      next[i] = (left + current[i]!) / 2;
    }
    current = next;
  }
  let sum = 0;
  for (const value of current) sum += value;
  return sum;
}
