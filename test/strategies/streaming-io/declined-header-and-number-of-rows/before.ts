import { readFileSync } from 'node:fs';

export function mean(file: string): number {
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const column = header.split(',').indexOf('count');
  let sum = 0;
  for (const row of rows) sum += Number(row.split(',')[column]);
  return sum / rows.length;
}
