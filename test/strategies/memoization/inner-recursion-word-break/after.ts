export function canBreak(text: string, words: readonly string[]): boolean {
  // Results of fits by its argument, which hold for this call of canBreak only.
  const fitsCache: boolean[] = [];

  function rememberFits(start: number, result: boolean): boolean {
    fitsCache[start] = result;
    return result;
  }

  const fits = (start: number): boolean => {
    if (start === text.length) return true;
    const cached = fitsCache[start];
    if (cached !== undefined) return cached;
    for (const word of words) {
      if (word !== '' && text.startsWith(word, start) && fits(start + word.length)) return rememberFits(start, true);
    }
    return rememberFits(start, false);
  };
  return fits(0);
}
