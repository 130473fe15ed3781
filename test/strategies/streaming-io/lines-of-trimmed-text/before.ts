import { readFileSync } from 'node:fs';

export function lengths(file: string): string {
  let seen = '';
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) seen += `${line.length},`;
  return seen;
}
