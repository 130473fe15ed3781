import { readFile } from 'node:fs/promises';

export async function reachable(start: string): Promise<string[]> {
  const files = [start];
  const queue = files;
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    for (const name of text.split(',')) if (!queue.includes(name)) queue.push(name);
  }
  return queue;
}
