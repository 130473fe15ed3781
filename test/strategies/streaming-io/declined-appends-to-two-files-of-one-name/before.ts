import { appendFileSync } from 'node:fs';

export function spread(file: string, records: readonly string[]): void {
  for (const record of records) {
    appendFileSync(file, `${record}\n`);
    for (const file of record.split(',')) {
      appendFileSync(file, `${record}\n`);
    }
  }
}
