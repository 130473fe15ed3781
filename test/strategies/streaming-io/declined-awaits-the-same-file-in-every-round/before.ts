import { readFile } from 'node:fs/promises';

export async function countKnown(dictionary: string, words: readonly string[]): Promise<number> {
  let known = 0;
  for (let i = 0; i < words.length; i++) {
    const text = await readFile(dictionary, 'utf8');
    if (text.includes(words[i]!)) known++;
  }
  return known;
}
