import { readFile } from 'node:fs/promises';

export async function lengthsOfLines(file: string): Promise<number[]> {
  return (await readFile(file, 'utf8'))
    .trim()
    .split(/\r?\n/)
    .map((line) => line.length);
}
