import { readFileSync } from 'node:fs';

export function countWords(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '').length;
}
