import { readFileSync } from 'node:fs';

export function timesSaid(file: string): Map<string, number> {
  const times = new Map<string, number>();
  const words = readFileSync(file, 'utf8').split('\n').flatMap((line) => (line === '' ? [] : line.split(' ')));
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
