export function counted(lines: string[]): Record<string, number> {
  const read: Record<string, number> = {};
  for (const line of lines) {
    read['last'] = line.length;
    read[`is ${line}`] = 1;
  }
  return read;
}
