import { readFileSync } from 'node:fs';

export function longest(file: string): string {
  return readFileSync(file, 'utf8').split('\n').reduce((best, line) => (line.length > best.length ? line : best));
}
