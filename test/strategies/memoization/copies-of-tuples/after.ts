// Results of extremes by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const EXTREMES_CACHE_LIMIT = 100_000;
const extremesCache = new Map<string, [string, string]>();

function rememberExtremes(word: string, result: [string, string]): [string, string] {
  if (extremesCache.size >= EXTREMES_CACHE_LIMIT) extremesCache.clear();
  extremesCache.set(word, [...result]);
  return result;
}

export const extremes = (word: string): [string, string] => {
  const cached = extremesCache.get(word);
  if (cached !== undefined) return [...cached];
  let [least, most] = ['~', ''];
  for (const letter of word) {
    if (letter < least) least = letter;
    if (letter > most) most = letter;
  }
  return rememberExtremes(word, [least, most]);
};

export function histogram(text: string): Uint32Array {
  const counts = new Uint32Array(26);
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) - 97;
    if (at >= 0 && at < 26) counts[at]! += 1;
  }
  return counts;
}
