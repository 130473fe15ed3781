import { readFileSync } from 'node:fs';

export function lengthOf(file: string): number {
  let length = 0;
  const line = readFileSync(file, 'utf8').split('\n');
  line.forEach((line) => {
    length += line.length;
  });
  return length;
}
