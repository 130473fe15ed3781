import { appendFileSync } from 'node:fs';

export function keepNew(file: string, lines: readonly string[], seen: Set<string>): void {
  let pending = '';
  try {
    for (const line of lines) {
      const record = JSON.parse(line);
      if (!record.id || seen.has(record.id) || record.kind === 'test') continue;
      record.known = seen.size;
      record.visits += 1;
      pending += JSON.stringify(record) + '\n';
      if (pending.length >= 65_536) {
        appendFileSync(file, pending);
        pending = '';
      }
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') appendFileSync(file, pending);
  }
}
