import { appendFileSync } from 'node:fs';

export function addAll(file: string, records: readonly Uint8Array[]): void {
  for (const record of records) appendFileSync(file, record);
}
