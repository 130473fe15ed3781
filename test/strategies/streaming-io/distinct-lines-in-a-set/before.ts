import { readFileSync } from 'node:fs';

export function knownNames(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const names: ReadonlySet<string> = new Set(lines);
  return names;
}
