import { readFile } from 'node:fs/promises';

// Each of these counts may be another one when the file is there.
export async function lengths(files: readonly string[], word: string): Promise<number[]> {
  let most = word.length;
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const found = texts.map((text) => Math.max(text.length, most));
  most += found.length;
  found.push(most);
  return found;
}
