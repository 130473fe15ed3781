import { readFileSync } from 'node:fs';

export function weighted(file: string): number {
  let sum = 0;
  for (const [i, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) sum += i * line.length;
  return sum;
}
