const VOWELS = ['a', 'e', 'i', 'o', 'u'];

// Results of soundsOpen by its argument. When it is full it starts over, so that it cannot grow without bound.
const SOUNDS_OPEN_CACHE_LIMIT = 100_000;
const soundsOpenCache = new Map<string, boolean>();

function rememberSoundsOpen(word: string, result: boolean): boolean {
  if (soundsOpenCache.size >= SOUNDS_OPEN_CACHE_LIMIT) soundsOpenCache.clear();
  soundsOpenCache.set(word, result);
  return result;
}

export function soundsOpen(word: string): boolean {
  const cached = soundsOpenCache.get(word);
  if (cached !== undefined) return cached;
  const letters = [...word.toLowerCase()].filter((letter) => letter !== '-');
  return rememberSoundsOpen(word, letters.length > 0 &&
    letters.every((letter, i) => i % 2 === 0 || VOWELS.includes(letter)));
}
