import { readFile } from 'node:fs/promises';

export async function lengths(files: readonly string[]): Promise<number> {
  let sum = 0;
  for (const file of files) {
    if (file.endsWith('.md')) continue;
    sum += (await readFile(file, 'utf8')).length;
  }
  return sum;
}
