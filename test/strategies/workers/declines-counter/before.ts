let calls = 0;
export function count(n: number): number {
  calls += 1;
  return n + 1;
}
export const made = () => calls;
