import { readFileSync } from 'node:fs';

export function levels(file: string): string[] {
  const seen = new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice(0, 4)),
  );
  return [...seen].sort();
}
