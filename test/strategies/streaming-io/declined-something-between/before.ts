import { readFileSync, unlinkSync } from 'node:fs';

export function consume(file: string): number {
  const text = readFileSync(file, 'utf8');
  unlinkSync(file);
  let count = 0;
  for (const line of text.split('\n')) count += line.length;
  return count;
}
