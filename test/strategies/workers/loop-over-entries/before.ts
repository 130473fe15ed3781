function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled);
  return settled;
}

/** Every value as a line with its number. */
export function listed(values: number[]): string[] {
  const lines: string[] = [];
  for (const [at, value] of values.entries()) {
    if (value === undefined) lines.push(`${at}: none`);
    else lines.push(`${at}: ${settle(value)}`);
  }
  return lines;
}
