// Results of doubledLetters by its argument. When it is full it starts over, so that it cannot grow without bound.
const DOUBLED_LETTERS_CACHE_LIMIT = 200;
const doubledLettersCache = new Map<string, number>();

function rememberDoubledLetters(text: string, result: number): number {
  if (doubledLettersCache.size >= DOUBLED_LETTERS_CACHE_LIMIT) doubledLettersCache.clear();
  doubledLettersCache.set(text, result);
  return result;
}

/** How often each letter of a text follows itself. */
export function doubledLetters(text: string): number {
  const cached = doubledLettersCache.get(text);
  if (cached !== undefined) return cached;
  let doubled = 0;
  for (let i = 1; i < text.length; i++) if (text[i] === text[i - 1]) doubled += 1;
  return rememberDoubledLetters(text, doubled);
}
