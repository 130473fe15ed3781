import { appendFile } from 'node:fs/promises';

export async function addAll(file: string, records: readonly string[]): Promise<void> {
  let pending = '';
  const append = async (text: string): Promise<void> => {
    pending += text;
    if (pending.length >= 65_536) {
      await appendFile(file, pending);
      pending = '';
    }
  };
  try {
    for (const record of records) {
      if (record === '') await append('(empty)\n');
      else await append(`${record.trim()}\n`);
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') await appendFile(file, pending);
  }
}
