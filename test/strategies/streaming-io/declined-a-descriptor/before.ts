import { readFileSync } from 'node:fs';

export function total(file: number): number {
  let count = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) count += line.length;
  return count;
}
