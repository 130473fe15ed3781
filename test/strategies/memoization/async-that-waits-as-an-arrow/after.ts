const settle = async (text: string): Promise<string> => text.trim();

// Results of title by its argument, as promises: calls that come while the first one waits share it. When it is full it starts over.
const TITLE_CACHE_LIMIT = 100_000;
const titleCache = new Map<string, Promise<string>>();

async function computeTitle(text: string): Promise<string> {
  return (await settle(text)).toLowerCase().replaceAll(' ', '-');
}

/** The first words, as a title. */
export const title = async (text: string): Promise<string> => {
  const shared = titleCache.get(text);
  // An error is nobody else's: who waited for one that failed computes by itself.
  if (shared !== undefined) return shared.catch(() => computeTitle(text));
  if (titleCache.size >= TITLE_CACHE_LIMIT) titleCache.clear();
  const computing = computeTitle(text);
  titleCache.set(text, computing);
  computing.catch(() => titleCache.delete(text));
  return computing;
};
