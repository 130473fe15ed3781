import { appendFileSync } from 'node:fs';

export function addUntilEnd(file: string, records: string[]): boolean {
  return records.some((record) => {
    appendFileSync(file, `${record}\n`);
    return record === 'end';
  });
}
