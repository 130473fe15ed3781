export function turnCost(depth: number, direction: 1 | -1): number {
  if (depth <= 0) return 0;
  const on = turnCost(depth - 1, direction);
  return Math.min(on, turnCost(depth - 2, direction === 1 ? -1 : 1) + 3) + 1;
}
