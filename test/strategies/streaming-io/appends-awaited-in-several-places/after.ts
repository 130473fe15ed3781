import { open } from 'node:fs/promises';

export async function addAll(file: string, records: readonly string[]): Promise<void> {
  let pending = '';
  let handle = undefined as Awaited<ReturnType<typeof open>> | undefined;
  const flush = async (): Promise<void> => {
    handle ??= await open(file, 'a');
    await handle.appendFile(pending);
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
    try {
      // What was collected before an error is written as well.
      if (pending !== '') await flush();
    } finally {
      await handle?.close();
    }
  }
}
