import { readFile } from 'node:fs/promises';

export async function fullRows(file: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const lines = text.split(/\r?\n/);
  // How many cells each row has.
  const width = lines[0]!.split(',').length;
  let count = 0;
  for (const row of lines.slice(1)) {
    if (row.split(',').length === width) count++;
  }
  return count;
}
