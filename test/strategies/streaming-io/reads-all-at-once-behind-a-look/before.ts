import { readFile } from 'node:fs/promises';

// What a round looks at before it reads is looked at when all the rounds begin.
export async function places(files: readonly string[], start: number): Promise<number[]> {
  let at = start;
  const all = Promise.all(
    files.map(async (file) => {
      const from = at;
      const text = await readFile(file, 'utf8');
      return from + text.length;
    }),
  );
  at += files.length;
  return [...(await all), at];
}
