import { readFile } from 'node:fs/promises';

export async function longest(file: string): Promise<string> {
  const lines = (await readFile(file, { encoding: 'utf8' })).split('\n');
  let best = '';
  for (const line of lines) {
    if (line.length > best.length) best = line;
  }
  return best;
}
