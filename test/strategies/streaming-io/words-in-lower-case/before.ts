import { readFileSync } from 'node:fs';

/** How often each word is there, whatever its case. */
export function wordCounts(file: string): Map<string, number> {
  const text = readFileSync(file, 'utf8').toLowerCase();
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
