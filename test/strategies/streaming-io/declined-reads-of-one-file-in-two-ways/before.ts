import { readFile } from 'node:fs/promises';

async function lines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n');
}

/** A pipe, such as /dev/stdin, gives its text to whoever reads first. */
export async function twice(path: string): Promise<number> {
  const text = await readFile(path, 'utf8');
  const bytes = await readFile(path);
  const all = await lines(path);
  return text.length + bytes.length + all.length;
}
