/** Whether the text is made of words of the dictionary. */
export function wordBreak(text: string, dictionary: readonly string[]): boolean {
  const words = new Set(dictionary);
  // Results of check by its argument, which hold for this call of wordBreak only.
  const checkCache: boolean[] = [];

  function rememberCheck(start: number, result: boolean): boolean {
    checkCache[start] = result;
    return result;
  }

  function check(start: number): boolean {
    if (start === text.length) return true;
    const cached = checkCache[start];
    if (cached !== undefined) return cached;
    for (let end = start + 1; end <= text.length; end++) {
      if (words.has(text.slice(start, end)) && check(end)) return rememberCheck(start, true);
    }
    return rememberCheck(start, false);
  }
  return check(0);
}
