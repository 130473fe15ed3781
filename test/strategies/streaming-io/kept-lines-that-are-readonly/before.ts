import { readFileSync } from 'node:fs';

export function comments(file: string): readonly string[] {
  const kept: readonly string[] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  return kept;
}
