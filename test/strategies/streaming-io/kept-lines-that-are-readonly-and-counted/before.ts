import { readFileSync } from 'node:fs';

export function comments(file: string): readonly string[] {
  const kept: ReadonlyArray<string> = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  return kept.length > 3 ? kept.slice(0, 3) : kept;
}
