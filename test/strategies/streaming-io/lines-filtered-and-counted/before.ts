import { readFileSync } from 'node:fs';

/** How many lines tell of an error. */
export function countErrors(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('ERROR')).length;
}
