import { appendFileSync, statSync } from 'node:fs';

export function until(file: string, records: readonly string[]): void {
  for (const record of records) {
    if (statSync(file).size > 1_000) return;
    appendFileSync(file, `${record}\n`);
  }
}
