import { readFileSync } from 'node:fs';

export function mean(file: string): string {
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const name = header.trim();
  let sum = 0;
  for (const row of rows) sum += Number(row);
  return `${name}: ${sum / 2}`;
}
