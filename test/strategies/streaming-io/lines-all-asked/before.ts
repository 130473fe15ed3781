import { readFileSync } from 'node:fs';

export function areShort(file: string, limit: number): boolean {
  return readFileSync(file, 'utf8').split('\n').every((line) => line.length < limit);
}
