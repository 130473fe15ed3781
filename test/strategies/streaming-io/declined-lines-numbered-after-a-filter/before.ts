import { readFileSync } from 'node:fs';

export function numbered(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line, i) => `${i} ${line}`);
}
