import { readFile } from 'node:fs/promises';

/**
 * Rounds that wait for something else as well may wait for one another: they all begin.
 * @param {string[]} files
 * @param {any} before
 */
export async function sizes(files, before) {
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8');
      await before;
      return text.length;
    }),
  );
}
