import { readFileSync } from 'node:fs';

export const head = (file: string, count: number): string =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, count)
    .map((line) => line.slice(0, 10))
    .join('|');
