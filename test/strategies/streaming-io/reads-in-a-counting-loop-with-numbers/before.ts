import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function loadAll(folder: string, names: string[]): Promise<string[]> {
  const texts: string[] = new Array<string>(names.length);
  for (let i = 0; i < names.length; i++) texts[i] = await readFile(join(folder, names[i]!), 'utf8');
  return texts;
}
