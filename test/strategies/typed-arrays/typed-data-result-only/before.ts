/** The squares below the limit. */
export function squares(count: number): number[] {
  const result: number[] = new Array(count);
  for (let i = 0; i < count; i++) result[i] = i * i;
  return result;
}
