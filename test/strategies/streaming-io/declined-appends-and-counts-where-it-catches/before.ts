import { appendFileSync } from 'node:fs';

export function addAll(file: string, records: readonly string[]): number {
  let added = 0;
  try {
    for (const record of records) {
      appendFileSync(file, `${record}\n`);
      added++;
    }
  } catch {
    return added;
  }
  return added;
}
