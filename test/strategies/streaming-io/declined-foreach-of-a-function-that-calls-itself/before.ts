import { readFileSync } from 'node:fs';

export function parts(file: string): number {
  let count = 0;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach(function add(line) {
      count += 1;
      if (line.length > 80) add(line.slice(80));
    });
  return count;
}
