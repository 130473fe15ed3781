import { readFileSync } from 'node:fs';

/** How long the line of the file is that begins with each key. */
export function lengths(file: string, keys: readonly string[]): number[] {
  return keys.map((key) => {
    const line = readFileSync(file, 'utf8').indexOf(key);
    return line;
  });
}
