import { readFileSync } from 'node:fs';

export function lengthOfStart(file: string): number {
  let length = 0;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    if (line === '---') break;
    length += line.length;
  }
  return length;
}
