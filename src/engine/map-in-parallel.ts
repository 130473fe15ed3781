// Work on a list, a few items at a time: for processes that are not timed and may share the machine.

/** Results in the order of the items, begun in that order, at most `most` at once. Rejects with the first error, beginning nothing more. */
export async function mapInParallel<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  let failed = false;
  const drain = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await work(items[index] as T, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(most, items.length)) }, drain));
  return results;
}
