export function fromTheEnd(values: number[], rounds: number): number {
  const at: number[] = [];
  for (let i = 0; i < values.length + 1; i++) {
    at[i] = i;
    values.pop();
  }
  let sum = 0;
  for (let r = 0; r < rounds; r++) for (let i = 0; i < at.length; i++) sum += at[i]!;
  return sum + at.length;
}
