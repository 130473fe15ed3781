import { readFileSync } from 'node:fs';

export function firstLong(file: string): string | undefined {
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => line.split(/\s/)).find((word) => word.length > 3);
}
