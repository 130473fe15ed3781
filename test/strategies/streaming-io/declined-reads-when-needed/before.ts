import { readFile } from 'node:fs/promises';

export async function lengths(files: readonly string[]): Promise<number> {
  let sum = 0;
  for (const file of files) {
    sum += file.length > 3 ? (await readFile(file, 'utf8')).length : 0;
  }
  return sum;
}
