import { readFile } from 'node:fs/promises';

export async function lengths(files: readonly string[]): Promise<[number[], number]> {
  const texts = await mapLimit(files, 8, (file) => readFile(file, 'utf8'));
  return [texts.map((text) => text.length), texts.length];
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
