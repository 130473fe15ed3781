import { readFileSync } from 'node:fs';

export function total(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  const column = (lines[0] ?? '').split(',').indexOf('amount');
  let sum = 0;
  for (let i = 1; i < lines.length; i++) if (lines[i] !== lines[i - 1]) sum += Number(lines[i]?.split(',')[column]);
  return sum;
}
