import { readFile } from 'node:fs/promises';

let seen = 0;

export async function tally(file: string): Promise<number> {
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    seen += line.length;
  }
  return seen;
}
