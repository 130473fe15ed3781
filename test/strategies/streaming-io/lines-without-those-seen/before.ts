import { readFileSync } from 'node:fs';

export function distinct(file: string): string[] {
  const seen = new Set<string>();
  return readFileSync(file, 'utf8').split('\n').filter((line) => !seen.has(line) && seen.add(line));
}
