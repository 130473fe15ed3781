import { readFileSync } from 'node:fs';

export function valuesOf(file: string): number[] {
  const values: number[] = [];
  const rows = readFileSync(file, 'utf8').split('\n').slice(1);
  for (const row of rows) {
    if (!row) continue;
    values.push(row.split(' ').length);
  }
  return values;
}
