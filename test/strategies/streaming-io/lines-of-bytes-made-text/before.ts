import { readFile } from 'node:fs/promises';

export async function countLines(file: string): Promise<number> {
  const data = await readFile(file);
  const lines = data.toString().split('\n');
  return lines.length;
}
