import { readFileSync } from 'node:fs';

export function firstOfEach(file: string): number {
  let longest = 0;
  for (const line of readFileSync(file, 'utf8').split('\n').filter((one) => one.length > longest)) {
    longest += line.length;
  }
  return longest;
}
