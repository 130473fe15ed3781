export function sloppy(n: number): number {
  const a: number[] = new Array(n).fill(0);
  arguments[0] = 5;
  for (let i = 0; i < n; i++) a[i] = i;
  return a[0];
}
