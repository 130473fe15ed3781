/** The second answer knows more words than the first one. */
export function answers(text: string, dictionary: readonly string[]): string {
  const words = new Set(dictionary);
  function check(start: number): boolean {
    if (start === text.length) return true;
    for (let end = start + 1; end <= text.length; end++) {
      if (words.has(text.slice(start, end)) && check(end)) return true;
    }
    return false;
  }
  const before = check(0);
  words.add(text.slice(-1));
  return `${before} ${check(0)}`;
}
