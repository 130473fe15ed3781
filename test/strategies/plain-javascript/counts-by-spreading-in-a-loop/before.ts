export function countWords(words: string[]): Record<string, number> {
  let counts: Record<string, number> = {};
  for (const word of words) {
    counts = { ...counts, [word]: (counts[word] ?? 0) + 1 };
  }
  return counts;
}
