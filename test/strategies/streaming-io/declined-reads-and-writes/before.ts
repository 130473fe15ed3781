import { readFile, writeFile } from 'node:fs/promises';

export async function upper(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.toUpperCase());
  }
}
