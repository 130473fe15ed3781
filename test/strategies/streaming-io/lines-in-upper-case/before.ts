import { readFileSync } from 'node:fs';

export function warnings(file: string): string[] {
  return readFileSync(file, 'utf8').toUpperCase().split(/\r?\n/).filter((line) => line.includes('ERR') || line.length < 9);
}
