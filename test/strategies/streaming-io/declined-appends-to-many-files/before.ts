import { appendFileSync } from 'node:fs';

export function distribute(folder: string, records: readonly string[]): void {
  for (const record of records) {
    const file = `${folder}/${record.charAt(0)}`;
    appendFileSync(file, `${record}\n`);
  }
}
