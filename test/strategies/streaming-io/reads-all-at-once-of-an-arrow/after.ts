import { readFile } from 'node:fs/promises'

/** Each of them, without white space around it. */
export const load = (files: string[]) => mapLimit(files, 8, async (file) => (await readFile(file, 'utf8')).trim())

/** What `task` gives for each of the items, in their order: up to `limit` of them are under way at a time. */
async function mapLimit<T, R>(items: readonly T[], limit: number, task: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length)
  // As for `map`, holes are no items.
  const left = items.flatMap((item, index) => [{ index, item }]).values()
  // Each takes the next item that nobody has taken.
  const work = async (): Promise<void> => {
    for (const { index, item } of left) results[index] = await task(item)
  }
  await Promise.all(Array.from({ length: limit }, work))
  return [...results]
}

export const none: string[] = []
