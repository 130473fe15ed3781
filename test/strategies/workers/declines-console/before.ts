export function logged(n: number): number {
  console.log(n);
  return n + 1;
}
