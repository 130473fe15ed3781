import { readFile } from 'node:fs/promises';

export async function follow(names: readonly string[]): Promise<string> {
  let folder = '.';
  for (const name of names) {
    const text = await readFile(`${folder}/${name}`, 'utf8');
    folder = text.trim();
  }
  return folder;
}
