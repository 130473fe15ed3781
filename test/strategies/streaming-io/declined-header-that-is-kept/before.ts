import { readFileSync } from 'node:fs';

export function rowsWithKeys(file: string): { keys: string[]; row: string }[] {
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const keys = header.split(',');
  const found: { keys: string[]; row: string }[] = [];
  for (const row of rows) found.push({ keys, row });
  return found;
}
