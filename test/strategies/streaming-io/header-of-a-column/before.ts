import { readFileSync } from 'node:fs';

export function sumColumn(file: string, name: string): number {
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const column = header.split(',').indexOf(name);
  if (column < 0) throw new Error(`no column ${name}`);
  let sum = 0;
  for (const row of rows) {
    if (!row) continue;
    sum += Number(row.split(',')[column]);
  }
  return sum;
}
