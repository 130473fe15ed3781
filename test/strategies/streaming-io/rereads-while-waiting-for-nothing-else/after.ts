import { readFile } from 'node:fs/promises';

/** The words that the file has. */
export async function known(file: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  let content: string | undefined;
  for (const word of words) {
    const text = (content ??= await readFile(file, 'utf8'));
    if (text.includes(word)) found.push(word);
  }
  return found;
}
