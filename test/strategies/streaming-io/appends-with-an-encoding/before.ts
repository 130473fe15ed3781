import { appendFileSync } from 'node:fs';

export function addAll(file: string, records: string[]): void {
  for (const record of records) appendFileSync(file, `${record}\n`, 'utf8');
}
