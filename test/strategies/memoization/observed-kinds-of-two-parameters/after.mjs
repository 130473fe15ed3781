// Results of repeat by its arguments. When it is full it starts over, so that it cannot grow without bound.
const REPEAT_CACHE_LIMIT = 100_000;
const repeatCache = new Map();
let repeatCacheSize = 0;

function rememberRepeat(text, times, result) {
  // Arguments of any other kind are not remembered: an object may change between two calls.
  if ((typeof text !== 'string' && typeof text !== 'number') || (typeof times !== 'number' && times !== null)) return result;
  // A Map cannot tell -0 from 0, but the result may: neither is remembered.
  if (text === 0) return result;
  if (repeatCacheSize >= REPEAT_CACHE_LIMIT) {
    repeatCache.clear();
    repeatCacheSize = 0;
  }
  let byText = repeatCache.get(text);
  if (byText === undefined) {
    byText = new Map();
    repeatCache.set(text, byText);
  }
  byText.set(times, result);
  repeatCacheSize += 1;
  return result;
}

export const repeat = (text, times) => {
  const cached = repeatCache.get(text)?.get(times);
  if (cached !== undefined) return cached;
  let result = '';
  for (let i = 0; i < times; i++) result += text;
  return rememberRepeat(text, times, result);
};
