import fs from 'node:fs';
import path from 'node:path';

export function load(names: string[], folder: string): Promise<string[]> {
  return mapLimit(names, 8, async (name) => {
    const text = await fs.promises.readFile(path.join(folder, name), 'utf8');
    return text.trim().slice(0, 20);
  });
}

/** What `task` gives for each of the items, in their order: up to `limit` of them are under way at a time. */
async function mapLimit<T, R>(items: readonly T[], limit: number, task: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  // As for `map`, holes are no items.
  const left = items.flatMap((item, index) => [{ index, item }]).values();
  // Each takes the next item that nobody has taken.
  const work = async (): Promise<void> => {
    for (const { index, item } of left) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
  return [...results];
}
