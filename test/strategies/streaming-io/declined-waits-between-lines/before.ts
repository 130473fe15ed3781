import { readFile } from 'node:fs/promises';

export async function slowly(file: string): Promise<number> {
  let count = 0;
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    await Promise.resolve();
    count += line.length;
  }
  return count;
}
