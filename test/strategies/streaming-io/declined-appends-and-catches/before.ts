import { appendFileSync } from 'node:fs';

export function addAll(file: string, records: readonly string[]): number {
  let failed = 0;
  for (const record of records) {
    try {
      appendFileSync(file, `${record}\n`);
    } catch {
      failed++;
    }
  }
  return failed;
}
