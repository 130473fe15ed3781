import { readFile } from 'node:fs/promises';

export async function reachable(files: string[]): Promise<number> {
  const queue = files;
  let length = 0;
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    length += text.length;
    if (length < 10) queue.push(text);
  }
  return length;
}
