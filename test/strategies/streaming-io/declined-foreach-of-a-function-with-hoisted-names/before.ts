import { readFileSync } from 'node:fs';

export function changes(file: string): number {
  let count = 0;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach(function (line) {
      for (const letter of line) {
        // Keeps what it held in the round before.
        var last: string | undefined;
        if (last !== letter) count += 1;
        last = letter;
      }
    });
  return count;
}
