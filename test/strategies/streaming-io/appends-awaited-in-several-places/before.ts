import { appendFile } from 'node:fs/promises';

export async function addAll(file: string, records: readonly string[]): Promise<void> {
  for (const record of records) {
    if (record === '') await appendFile(file, '(empty)\n');
    else await appendFile(file, `${record.trim()}\n`);
  }
}
