import { readFile } from 'node:fs/promises';

export async function readable(files: readonly string[]): Promise<number> {
  const limit = limited(8);
  const results = await Promise.allSettled(files.map((file) => limit(() => readFile(file, 'utf8'))));
  return results.filter(({ status }) => status === 'fulfilled').length;
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
