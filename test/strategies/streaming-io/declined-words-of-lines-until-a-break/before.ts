import { readFileSync } from 'node:fs';

export function untilEnd(file: string): number {
  let count = 0;
  for (const word of readFileSync(file, 'utf8').split('\n').flatMap((line) => line.split(' '))) {
    if (word === 'end') break;
    count++;
  }
  return count;
}
