import { readFile } from 'node:fs/promises';

/** The largest value of a column. */
export async function largest(file: string, column: string): Promise<number> {
  const data = await readFile(file, 'utf8');
  const lines = data.split('\n');
  const index = lines[0]!.split(',').indexOf(column);
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < lines.length; i++) {
    if (lines[i] === '') continue;
    const value = Number(lines[i]!.split(',')[index]);
    if (value > max) max = value;
  }
  return max;
}
