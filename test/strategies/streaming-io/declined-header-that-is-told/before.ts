import { readFileSync } from 'node:fs';

export function total(file: string): number {
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const column = header.split(',').indexOf('count');
  console.log(header);
  let sum = 0;
  for (const row of rows) sum += Number(row.split(',')[column]);
  return sum;
}
