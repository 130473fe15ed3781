import { readFileSync } from 'node:fs';

export function repeats(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  let count = 0;
  for (let i = 1; i < lines.length; i++) if (lines[i] === lines[i - 1]) count++;
  return count;
}
