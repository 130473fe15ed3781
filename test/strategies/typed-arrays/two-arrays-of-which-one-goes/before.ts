export function scores(values: number[], limit: number): number[] {
  const isBad: boolean[] = new Array(values.length).fill(false);
  const result: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] > limit) isBad[i] = true;
  for (let i = 0; i < values.length; i++) if (!isBad[i]) result.push(values[i]);
  return result;
}
