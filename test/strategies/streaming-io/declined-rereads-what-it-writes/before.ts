import { appendFileSync, readFileSync } from 'node:fs';

export function addMissing(file: string, words: readonly string[]): void {
  for (const word of words) {
    const text = readFileSync(file, 'utf8');
    if (!text.includes(word)) appendFileSync(file, `${word}\n`);
  }
}
