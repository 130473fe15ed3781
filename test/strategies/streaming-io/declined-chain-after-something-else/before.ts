import { readFileSync } from 'node:fs';

export function count(file: string, counts: { total: number }): number {
  counts.total += readFileSync(file, 'utf8').split('\n').filter(Boolean).length;
  return counts.total;
}
