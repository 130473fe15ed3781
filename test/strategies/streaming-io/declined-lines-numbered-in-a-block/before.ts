import { readFileSync } from 'node:fs';

export function lengths(file: string): number[] {
  return readFileSync(file, 'utf8').split('\n').map((line, i) => {
    if (line === '') return i;
    return line.length;
  });
}
