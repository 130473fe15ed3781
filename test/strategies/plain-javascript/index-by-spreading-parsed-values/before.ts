export function settings(lines: string[]): Record<string, unknown> {
  let read: Record<string, unknown> = {};
  for (const line of lines) {
    try {
      read = { ...read, last: line, value: JSON.parse(line) };
    } catch {
      read = { ...read, failed: true };
    }
  }
  return read;
}
