import { readFileSync } from 'node:fs';

export function total(file: string): number {
  const [, ...rows] = readFileSync(file, 'utf8').split('\n');
  return rows.reduce((sum, row) => sum + row.length, 0);
}
