export function blocked(values: number[], queries: number[]): number {
  const isLow: boolean[] = [];
  for (let i = 0; i < values.length; i++) isLow.push(values[i]! < 10);
  let count = 0;
  for (const query of queries) {
    for (let i = 0; i < isLow.length; i++) if (isLow[i] && values[i]! > query) count++;
  }
  return count;
}
