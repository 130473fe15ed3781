import { readFile } from 'node:fs/promises';

export async function readable(files: readonly string[]): Promise<number> {
  const results = await Promise.allSettled(files.map((file) => readFile(file, 'utf8')));
  return results.filter(({ status }) => status === 'fulfilled').length;
}
