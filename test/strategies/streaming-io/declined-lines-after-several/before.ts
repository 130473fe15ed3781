import { readFileSync } from 'node:fs';

export function body(file: string): number {
  return readFileSync(file, 'utf8').split('\n').slice(3).filter(Boolean).length;
}
