import { readFile, writeFile } from 'node:fs/promises';

export async function upper(files: readonly string[]): Promise<void> {
  await Promise.all(files.map(async (file) => writeFile(file, (await readFile(file, 'utf8')).toUpperCase())));
}
