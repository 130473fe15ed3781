import { readFileSync } from 'node:fs';

export function last(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  let sum = 0;
  for (let i = 0; i < lines.length; i++) sum += i === lines.length - 1 ? 1000 : lines[i]!.length * i;
  return sum;
}
