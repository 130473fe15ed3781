export function steps(up: number, right: number): number {
  if (up === 0) return 2;
  if (right < 1) return 5;
  return steps(up - 1, right) + 3 * steps(up, right - 1);
}
