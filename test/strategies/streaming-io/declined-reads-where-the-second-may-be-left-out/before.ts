import { readFile } from 'node:fs/promises';

export async function either(first: string, second: string): Promise<string> {
  const one = await readFile(first, 'utf8');
  if (one !== '') return one;
  const other = await readFile(second, 'utf8');
  return other;
}
