import { readFileSync } from 'node:fs';

export function linesBeforeAnError(file: string): number {
  let count = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('ERROR')) break;
    count++;
  }
  return count;
}
