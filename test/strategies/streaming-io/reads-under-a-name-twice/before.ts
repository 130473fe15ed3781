import { readFile } from 'node:fs/promises';

export async function lengthOfAll(index: string): Promise<number> {
  const text = await readFile(index, 'utf8');
  let sum = 0;
  for (const name of text.split('\n')) {
    const text = await readFile(name, 'utf8');
    sum += text.length;
  }
  return sum;
}
