import { readFileSync } from 'node:fs';

export function tail(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').slice(-10);
}
