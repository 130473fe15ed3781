import { appendFileSync } from 'node:fs';

export function drain(file: string, records: string[]): void {
  while (records.length > 0) {
    const record = records.pop() ?? '';
    appendFileSync(file, `${record}\n`);
  }
}
