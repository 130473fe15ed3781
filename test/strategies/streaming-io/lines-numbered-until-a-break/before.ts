import { readFileSync } from 'node:fs';

export function firstErrors(file: string): number[] {
  const numbers: (() => number)[] = [];
  for (const [number, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (!line.includes('ERROR')) continue;
    numbers.push(() => number);
    if (numbers.length === 3) break;
  }
  return numbers.map((tell) => tell());
}
