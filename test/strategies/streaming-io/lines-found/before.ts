import { readFileSync } from 'node:fs';

export function firstError(file: string): string {
  const line = readFileSync(file, 'utf8').split('\n').find((one) => one.startsWith('ERROR'));
  return line ?? '(none)';
}
