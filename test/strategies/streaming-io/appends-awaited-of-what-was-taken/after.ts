import { open } from 'node:fs/promises';

export async function flush(file: string, queue: string[]): Promise<number> {
  const lines = queue.splice(0);
  let pending = '';
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    for (const line of lines) {
      pending += `${line}\n`;
      if (pending.length >= 65_536) {
        handle ??= await open(file, 'a');
        await handle.appendFile(pending);
        pending = '';
      }
    }
  } finally {
    try {
      // What was collected before an error is written as well.
      if (pending !== '') {
        handle ??= await open(file, 'a');
        await handle.appendFile(pending);
      }
    } finally {
      await handle?.close();
    }
  }
  return lines.length;
}
