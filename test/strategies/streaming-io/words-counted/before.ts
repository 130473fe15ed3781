import { readFileSync } from 'node:fs';

export function countWords(file: string): number {
  return readFileSync(file, 'utf8').split(/\s+/).length;
}
