export const extremes = (word: string): [string, string] => {
  let [least, most] = ['~', ''];
  for (const letter of word) {
    if (letter < least) least = letter;
    if (letter > most) most = letter;
  }
  return [least, most];
};

// Results of histogram by its argument, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const HISTOGRAM_CACHE_LIMIT = 1_000;
const histogramCache = new Map<string, Uint32Array>();

function rememberHistogram(text: string, result: Uint32Array): Uint32Array {
  if (histogramCache.size >= HISTOGRAM_CACHE_LIMIT) histogramCache.clear();
  histogramCache.set(text, result.slice());
  return result;
}

export function histogram(text: string): Uint32Array {
  const cached = histogramCache.get(text);
  if (cached !== undefined) return cached.slice();
  const counts = new Uint32Array(26);
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) - 97;
    if (at >= 0 && at < 26) counts[at]! += 1;
  }
  return rememberHistogram(text, counts);
}
