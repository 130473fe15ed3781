import fs from 'node:fs';
import path from 'node:path';

export function load(names: string[], folder: string): Promise<string[]> {
  const limit = limited(8);
  return Promise.all(
    names.map(async (name) => {
      const text = await limit(() => fs.promises.readFile(path.join(folder, name), 'utf8'));
      return text.trim().slice(0, 20);
    }),
  );
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
