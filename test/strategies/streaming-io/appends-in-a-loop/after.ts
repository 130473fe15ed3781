import { appendFileSync } from 'node:fs';

/** Adds records to a journal, one a line. */
export function addAll(file: string, records: readonly string[]): void {
  let pending = '';
  try {
    for (const record of records) {
      const line = record.trim();
      if (line === '') continue;
      pending += `${line}\n`;
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
