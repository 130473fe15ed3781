/** The first of each word, however it is written. */
export function firstOfEach(words: string[]): string[] {
  const seen: string[] = [];
  const first: string[] = [];
  for (const word of words) {
    if (seen.includes(word.toLowerCase())) continue;
    seen.push(word.toLowerCase());
    first.push(word);
  }
  return first;
}
