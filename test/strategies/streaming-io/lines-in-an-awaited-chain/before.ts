import { readFile } from 'node:fs/promises';

export async function longLines(file: string): Promise<number> {
  const content = await readFile(file, 'utf-8');
  const lines = content.split('\n');
  return lines.filter((line) => line.length > 80).length;
}
