export function total(days: Record<string, number>[]): Record<string, number> {
  let last: Record<string, number> = { start: 0 };
  for (const day of days) {
    last = Object.assign({}, last, day);
  }
  return last;
}
