import { readFile } from 'node:fs/promises';

export async function both(first: string, second: string): Promise<number> {
  const one = await readFile(first, 'utf8');
  second = second.trim();
  const other = await readFile(second, 'utf8');
  return one.length + other.length;
}
