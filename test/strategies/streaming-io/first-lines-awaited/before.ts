import { readFile } from 'node:fs/promises';

export async function preview(file: string): Promise<string> {
  const second = (await readFile(file, 'utf8')).split('\n')[1];
  return (second ?? 'none').slice(0, 30);
}
