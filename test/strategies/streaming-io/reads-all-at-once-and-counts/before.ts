import { readFile } from 'node:fs/promises';

export async function timesSaid(files: readonly string[], word: string): Promise<number> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.map((text) => text.split(word).length - 1).reduce((sum, times) => sum + times, 0);
}
