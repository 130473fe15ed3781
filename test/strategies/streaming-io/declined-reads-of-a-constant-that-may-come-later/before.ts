import { readFile } from 'node:fs/promises';

export const done = both('first');
const SECOND = 'second';

export async function both(first: string): Promise<number> {
  const one = await readFile(first, 'utf8');
  const other = await readFile(SECOND, 'utf8');
  return one.length + other.length;
}
