import { appendFile } from 'node:fs/promises';

export async function addAll(file: string, records: readonly string[]): Promise<void> {
  for (const record of records) {
    void appendFile(file, `${record}\n`);
  }
}
