import { readFileSync } from 'node:fs';

export function vowels(file: string): number {
  let sum = 0;
  readFileSync(file, 'utf8').split('\n').forEach((line) => {
    for (const letter of line) {
      if (letter === 'x') return;
      if ('aeiou'.includes(letter)) sum++;
    }
  });
  return sum;
}
