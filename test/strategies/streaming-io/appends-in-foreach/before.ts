import { appendFileSync } from 'node:fs';

export function addAll(file: string, records: string[]): void {
  records.forEach((record) => {
    appendFileSync(file, `${record}\n`);
  });
}
