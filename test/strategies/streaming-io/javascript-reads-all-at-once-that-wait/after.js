import { readFile } from 'node:fs/promises';

/**
 * Rounds that wait for something else as well may wait for one another: they all begin.
 * @param {string[]} files
 * @param {any} before
 */
export async function sizes(files, before) {
  const limit = limited(8);
  return Promise.all(
    files.map(async (file) => {
      const text = await limit(() => readFile(file, 'utf8'));
      await before;
      return text.length;
    }),
  );
}

/** Begins up to `most` of the tasks that it is given, and the next one when one of them ends. */
function limited(most) {
  const waiting = [];
  let running = 0;
  return async (task) => {
    if (running < most) running += 1;
    else await new Promise((resolve) => waiting.push(resolve));
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
