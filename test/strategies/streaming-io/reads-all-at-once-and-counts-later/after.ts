import { readFile } from 'node:fs/promises';

// Each of these counts may be another one when the file is there.
export async function lengths(files: readonly string[], word: string): Promise<number[]> {
  let most = word.length;
  const texts = await mapLimit(files, 8, (file) => readFile(file, 'utf8'));
  const found = texts.map((text) => Math.max(text.length, most));
  most += found.length;
  found.push(most);
  return found;
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
