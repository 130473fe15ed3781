import { readFile } from 'node:fs/promises';

export async function lengthOf(file: string): Promise<number> {
  let sum = 0;
  const lines = (await readFile(file, 'utf8')).split('\n');
  lines.forEach((line) => (sum += line.length));
  return sum;
}
