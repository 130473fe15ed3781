export function blocked(values: number[], queries: number[]): number {
  const isLow = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) isLow[i] = values[i]! < 10 ? 1 : 0;
  let count = 0;
  for (const query of queries) {
    for (let i = 0; i < isLow.length; i++) if (isLow[i] && values[i]! > query) count++;
  }
  return count;
}
