import { readFile } from 'node:fs/promises';

// What a round looks at before it reads is looked at when all the rounds begin.
export async function places(files: readonly string[], start: number): Promise<number[]> {
  let at = start;
  const limit = limited(8);
  const all = Promise.all(
    files.map(async (file) => {
      const from = at;
      const text = await limit(() => readFile(file, 'utf8'));
      return from + text.length;
    }),
  );
  at += files.length;
  return [...(await all), at];
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
