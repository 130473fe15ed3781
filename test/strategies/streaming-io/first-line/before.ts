import { readFileSync } from 'node:fs';

/** The names of the columns. */
export function columns(file: string): string[] {
  const [header = ''] = readFileSync(file, 'utf8').split(/\r?\n/);
  return header.split(';').map((name) => name.slice(0, 20));
}
