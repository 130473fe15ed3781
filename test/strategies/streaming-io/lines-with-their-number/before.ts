import { readFileSync } from 'node:fs';

export function firstError(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.startsWith('ERROR')) return i;
  }
  return -1;
}
