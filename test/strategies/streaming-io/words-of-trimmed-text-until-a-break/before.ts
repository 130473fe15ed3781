import { readFile } from 'node:fs/promises';

export async function wordsBeforeError(file: string): Promise<string[]> {
  const before: string[] = [];
  const words = (await readFile(file, 'utf8')).trim().split(/\s+/);
  for (const word of words) {
    if (word === 'ERROR') break;
    before.push(word);
  }
  return before;
}
