export function canBreak(text: string, words: readonly string[]): boolean {
  const fits = (start: number): boolean => {
    if (start === text.length) return true;
    for (const word of words) {
      if (word !== '' && text.startsWith(word, start) && fits(start + word.length)) return true;
    }
    return false;
  };
  return fits(0);
}
