import { readFileSync } from 'node:fs';

export function weighted(file: string): number {
  let sum = 0;
  readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
    sum += line.length * index;
  });
  return sum;
}
