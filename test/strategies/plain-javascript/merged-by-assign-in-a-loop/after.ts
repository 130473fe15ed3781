export function total(days: Record<string, number>[]): Record<string, number> {
  const last: Record<string, number> = { start: 0 };
  for (const day of days) {
    Object.assign(last, day);
  }
  return last;
}
