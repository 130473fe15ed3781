export function median(n: number): number {
  const values = new Array(n).fill(0);
  for (let i = 0; i < n; i++) values[i] = (i * 7919) % 101;
  values.sort();
  return values[0];
}
