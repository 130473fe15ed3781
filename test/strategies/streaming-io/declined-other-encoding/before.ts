import { readFileSync } from 'node:fs';

export function total(file: string): number {
  let count = 0;
  for (const line of readFileSync(file, 'latin1').split('\n')) count += line.length;
  return count;
}
