import { appendFile } from 'node:fs/promises';

export async function addAll(file: string, records: readonly string[]): Promise<void> {
  let pending = '';
  const flush = async (): Promise<void> => {
    await appendFile(file, pending);
    pending = '';
  };
  try {
    for (const record of records) {
      if (record === '') {
        pending += '(empty)\n';
        if (pending.length >= 65_536) await flush();
      } else {
        pending += `${record.trim()}\n`;
        if (pending.length >= 65_536) await flush();
      }
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') await flush();
  }
}
