import { readFile, writeFile } from 'node:fs/promises';

export async function swap(first: string, second: string): Promise<string> {
  const kept = await readFile(first, 'utf8');
  await writeFile(second, kept);
  const copied = await readFile(second, 'utf8');
  return copied;
}
