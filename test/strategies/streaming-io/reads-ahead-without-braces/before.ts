import { readFile } from 'node:fs/promises';

export async function readAll(files: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const file of files) texts.push(await readFile(file, 'utf8'));
  return texts;
}
