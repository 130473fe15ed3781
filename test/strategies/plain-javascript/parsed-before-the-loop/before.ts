interface Entry {
  readonly user: string;
  readonly bytes: number;
}

/** A line that is no JSON throws before any entry is looked into, so the lines are parsed in front of the loop. */
export function bytesOfLargeEntries(lines: string[]): number {
  return lines
    .map((line) => JSON.parse(line) as Entry)
    .filter((entry) => entry.bytes > 1024)
    .reduce((sum, entry) => sum + entry.bytes, 0);
}
