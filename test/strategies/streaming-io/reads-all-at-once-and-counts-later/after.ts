import { readFile } from 'node:fs/promises';

// Each of these counts may be another one when the file is there.
export async function lengths(files: readonly string[], word: string): Promise<number[]> {
  let most = word.length;
  const limit = limited(8);
  const texts = await Promise.all(files.map((file) => limit(() => readFile(file, 'utf8'))));
  const found = texts.map((text) => Math.max(text.length, most));
  most += found.length;
  found.push(most);
  return found;
}

/** Begins up to `most` of the tasks that it is given, and the next one when one of them ends. */
function limited(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The next one takes its place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
