import { appendFile, readFile } from 'node:fs/promises';

async function logged(file: string): Promise<string> {
  await appendFile('log', file);
  return await readFile(file, 'utf8');
}

export async function both(first: string, second: string): Promise<number> {
  const one = await logged(first);
  const other = await logged(second);
  return one.length + other.length;
}
