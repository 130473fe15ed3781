export function sum(a: number, _b: number): number {
  let total = 0;
  for (let i = 0; i < arguments.length; i++) total += a;
  return total;
}
