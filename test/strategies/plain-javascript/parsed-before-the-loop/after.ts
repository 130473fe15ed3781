interface Entry {
  readonly user: string;
  readonly bytes: number;
}

/** A line that is no JSON throws before any entry is looked into, so the lines are parsed in front of the loop. */
export function bytesOfLargeEntries(lines: string[]): number {
  const items = lines
    .map((line) => JSON.parse(line) as Entry);
  let sum = 0;
  for (let i = 0; i < items.length; i++) {
    if (!(i in items)) continue; // filter skips holes
    const entry = items[i]!;
    if (!(entry.bytes > 1024)) continue;
    sum += entry.bytes;
  }
  return sum;
}
