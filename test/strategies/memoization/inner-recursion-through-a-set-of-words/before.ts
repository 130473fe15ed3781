/** Whether the text is made of words of the dictionary. */
export function wordBreak(text: string, dictionary: readonly string[]): boolean {
  const words = new Set(dictionary);
  function check(start: number): boolean {
    if (start === text.length) return true;
    for (let end = start + 1; end <= text.length; end++) {
      if (words.has(text.slice(start, end)) && check(end)) return true;
    }
    return false;
  }
  return check(0);
}
