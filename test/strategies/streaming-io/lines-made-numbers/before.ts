import { readFileSync } from 'node:fs';

export function total(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map(parseFloat)
    .filter((value) => !Number.isNaN(value))
    .reduce((sum, value) => sum + value, 0);
}
