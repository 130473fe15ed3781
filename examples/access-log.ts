import { appendFileSync, readFileSync } from 'node:fs';

/** How often each word of a log begins a line, the most frequent words first. */
export function firstWords(file: string): string[] {
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const end = line.indexOf(' ');
    if (end < 0) continue;
    const word = line.slice(0, end);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word, count]) => `${word} ${count}`);
}

/** Adds messages to a journal, one a line, and tells how many. */
export function journal(file: string, messages: readonly string[]): number {
  for (const message of messages) {
    appendFileSync(file, `${message.replaceAll('\n', ' ')}\n`);
  }
  return messages.length;
}
