import { readFileSync } from 'node:fs';

export function sorted(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').sort();
}
