import { readFileSync } from 'node:fs';

export function changed(file: string, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const bytes = readFileSync(file);
    bytes[0] = i;
    sum += bytes.length;
  }
  return sum;
}
