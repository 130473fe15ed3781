import { readFileSync } from 'node:fs';

export function distinctLines(file: string): number {
  return new Set(readFileSync(file, 'utf8').split('\n')).size;
}
