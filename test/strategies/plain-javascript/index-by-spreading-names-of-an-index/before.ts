export function counted(lines: string[]): Record<string, number> {
  let read: Record<string, number> = {};
  for (const line of lines) {
    read = { ...read, last: line.length, [`is ${line}`]: 1 };
  }
  return read;
}
