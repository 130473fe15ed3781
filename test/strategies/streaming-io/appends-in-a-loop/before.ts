import { appendFileSync } from 'node:fs';

/** Adds records to a journal, one a line. */
export function addAll(file: string, records: readonly string[]): void {
  for (const record of records) {
    const line = record.trim();
    if (line === '') continue;
    appendFileSync(file, `${line}\n`);
  }
}
