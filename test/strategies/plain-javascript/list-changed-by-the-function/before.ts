export function drop(values: number[], gone: number[]): number {
  let count = 0;
  for (const value of values) {
    if (gone.includes(value)) count++;
    values.pop();
  }
  return count;
}
