import { readFileSync } from 'node:fs';

export function afterTheHeader(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  let sum = 0;
  for (let i = 1; i < lines.length; i++) sum += lines[i]!.length;
  return sum;
}
