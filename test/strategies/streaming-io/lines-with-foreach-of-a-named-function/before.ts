import { readFileSync } from 'node:fs';

export function timesSeen(file: string): Map<string, number> {
  const times = new Map<string, number>();
  const count = (word: string): void => {
    times.set(word, (times.get(word) ?? 0) + 1);
  };
  readFileSync(file, 'utf8').split('\n').forEach(count);
  return times;
}
