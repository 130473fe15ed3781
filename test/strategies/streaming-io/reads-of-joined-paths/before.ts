import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function longest(folder: string, names: string[]): Promise<{ file: string; lines: number }> {
  let best = { file: '', lines: -1 };
  for (const name of names) {
    const file = join(folder, `${name}`);
    const lines = (await readFile(file, 'utf8')).split('\n');
    if (lines.length > best.lines) best = { file: file.slice(folder.length), lines: lines.length };
  }
  return best;
}
