import { readFileSync } from 'node:fs';

export function lengths(file: string): string {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  let seen = '';
  for (const row of rows) seen += `${row.length},`;
  return seen;
}
