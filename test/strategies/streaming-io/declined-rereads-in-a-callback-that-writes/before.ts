import { appendFileSync, readFileSync } from 'node:fs';

export function grow(file: string, keys: readonly string[]): number[] {
  return keys.map((key) => {
    appendFileSync(file, key);
    return readFileSync(file, 'utf8').length;
  });
}
