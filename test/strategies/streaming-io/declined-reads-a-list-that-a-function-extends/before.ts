import { readFile } from 'node:fs/promises';

export async function reachable(start: string): Promise<number> {
  const files = [start];
  const add = (name: string): void => {
    if (!files.includes(name)) files.push(name);
  };
  let length = 0;
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    length += text.length;
    for (const name of text.split(',')) add(name);
  }
  return length;
}
