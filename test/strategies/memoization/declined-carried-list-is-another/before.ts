/** The rest of the list is handed on, and not the list. */
export function sums(target: number, values: readonly number[]): number {
  const [first, ...rest] = values;
  if (first === undefined) return target === 0 ? 1 : 0;
  return sums(target - first, rest) + sums(target, rest);
}
