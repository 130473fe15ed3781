import { readFileSync } from 'node:fs';

export function total(file: string): number {
  let path = file;
  const text = readFileSync(path, 'utf8');
  let count = 0;
  path = 'other';
  for (const line of text.split('\n')) count += line.length;
  return count + path.length;
}
