import { readFileSync } from 'node:fs';

export function numbered(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => line.split(' ')).map((word, i) => `${i}: ${word}`);
}
