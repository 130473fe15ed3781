/** The first of each word, however it is written. */
export function firstOfEach(words: string[]): string[] {
  const seen = new Set<string>();
  const first: string[] = [];
  for (const word of words) {
    if (seen.has(word.toLowerCase())) continue;
    seen.add(word.toLowerCase());
    first.push(word);
  }
  return first;
}
