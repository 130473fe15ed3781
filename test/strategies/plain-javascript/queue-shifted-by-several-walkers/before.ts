/** Between the question and the taking another walker may have taken the last one: an index would go past the end. */
export async function visitAll(start: string[], visit: (page: string) => Promise<string[]>): Promise<number> {
  const queue = [...start];
  let count = 0;
  const walk = async () => {
    while (queue.length > 0) {
      await null;
      const page = queue.shift();
      if (page === undefined) continue;
      count++;
      queue.push(...(await visit(page)));
    }
  };
  await Promise.all([walk(), walk(), walk()]);
  return count;
}
