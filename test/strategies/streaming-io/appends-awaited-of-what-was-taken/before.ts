import { appendFile } from 'node:fs/promises';

export async function flush(file: string, queue: string[]): Promise<number> {
  const lines = queue.splice(0);
  for (const line of lines) {
    await appendFile(file, `${line}\n`);
  }
  return lines.length;
}
