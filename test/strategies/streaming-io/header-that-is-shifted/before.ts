import { readFileSync } from 'node:fs';

export function sumColumn(file: string, name: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  const header = lines.shift()!;
  const at = header.split(',').indexOf(name);
  if (at === -1) return Number.NaN;
  return lines.filter((line) => line !== '').reduce((sum, line) => sum + Number(line.split(',')[at]), 0);
}
