export function scores(values: number[], limit: number): number[] {
  const isBad = new Uint8Array(values.length);
  const result: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] > limit) isBad[i] = 1;
  for (let i = 0; i < values.length; i++) if (!isBad[i]) result.push(values[i]);
  return result;
}
