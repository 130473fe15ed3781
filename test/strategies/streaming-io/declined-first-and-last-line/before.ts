import { readFileSync } from 'node:fs';

export function ends(file: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  return `${lines[0]} ${lines[lines.length - 1]}`;
}
