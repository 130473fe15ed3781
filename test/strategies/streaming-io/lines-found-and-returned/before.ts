import { readFileSync } from 'node:fs';

export function firstError(file: string): string | undefined {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).find((line) => line.startsWith('ERROR'));
}
