export function withDates(events: { at: Date }[]): { at: Date }[] {
  return JSON.parse(JSON.stringify(events), (key, value: unknown) =>
    key === 'at' ? new Date(String(value)) : value,
  ) as { at: Date }[];
}
