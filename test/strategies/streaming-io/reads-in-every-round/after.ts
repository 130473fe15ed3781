import { readFileSync } from 'node:fs';

export function countKnown(dictionary: string, words: readonly string[]): number {
  let known = 0;
  let content: string | undefined;
  // Each word by itself.
  for (const word of words) {
    const entries = (content ??= readFileSync(dictionary, 'utf8')).split('\n').slice(0, 5).sort();
    if (entries.includes(word)) known++;
  }
  return known;
}
