import { appendFileSync } from 'node:fs';

export function sortOut(good: string, bad: string, records: readonly string[]): void {
  for (const record of records) {
    if (record.startsWith('!')) appendFileSync(bad, `${record}\n`);
    else appendFileSync(good, `${record}\n`);
  }
}
