import { readFileSync } from 'node:fs';

export function vowelsBeforeTheFirstX(file: string): number {
  let count = 0;
  lines: for (const line of readFileSync(file, 'utf8').split('\n')) {
    for (const letter of line) {
      if (letter === 'x') continue lines;
      if ('aeiou'.includes(letter)) count++;
    }
  }
  return count;
}
