interface Options {
  readonly up?: boolean;
  readonly times?: number;
}

// Results of shout by what it reads of its arguments. When it is full it starts over, so that it cannot grow without bound.
const SHOUT_CACHE_LIMIT = 100_000;
const shoutCache = new Map<string, Map<boolean, Map<number, string>>>();
let shoutCacheSize = 0;

function rememberShout(word: string, up: boolean, repeats: number, result: string): string {
  if (shoutCacheSize >= SHOUT_CACHE_LIMIT) {
    shoutCache.clear();
    shoutCacheSize = 0;
  }
  let byWord = shoutCache.get(word);
  if (byWord === undefined) {
    byWord = new Map();
    shoutCache.set(word, byWord);
  }
  let byUp = byWord.get(up);
  if (byUp === undefined) {
    byUp = new Map();
    byWord.set(up, byUp);
  }
  byUp.set(repeats, result);
  shoutCacheSize += 1;
  return result;
}

export const shout = (word: string, { up = false, times: repeats = 2 }: Options = {}): string => {
  const cached = shoutCache.get(word)?.get(up)?.get(repeats);
  if (cached !== undefined) return cached;
  let text = '';
  for (let i = 0; i < repeats; i++) text += up ? word.toUpperCase() : word;
  return rememberShout(word, up, repeats, text);
};
