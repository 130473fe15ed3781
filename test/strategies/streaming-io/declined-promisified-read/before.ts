import { readFile } from 'node:fs';
import { promisify } from 'node:util';

const read = promisify(readFile);

export async function countErrors(file: string): Promise<number> {
  const text = await read(file, 'utf8');
  return text.split('\n').filter((line) => line.startsWith('ERROR')).length;
}
