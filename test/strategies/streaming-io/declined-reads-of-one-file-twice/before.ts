import { open, readFile } from 'node:fs/promises';

/** Standard input gives its text once. */
export async function both(file: string): Promise<string> {
  const first = await readFile(file, 'utf8');
  const second = await readFile(file, 'utf8');
  return `${first} ${second}`;
}

export const openFile = open;
