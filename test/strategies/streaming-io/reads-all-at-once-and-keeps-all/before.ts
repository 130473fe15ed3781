import { readFile } from 'node:fs/promises';

export async function lengths(files: readonly string[]): Promise<[number[], number]> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return [texts.map((text) => text.length), texts.length];
}
