import { readFileSync } from 'node:fs';

export function everyOther(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  let sum = 0;
  for (let i = 0; i < lines.length; i++) {
    sum += lines[i]!.length * i;
    if (lines[i]!.startsWith('ERROR')) i++;
  }
  return sum;
}
