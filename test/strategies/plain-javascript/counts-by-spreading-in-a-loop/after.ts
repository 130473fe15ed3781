export function countWords(words: string[]): Record<string, number> {
  let counts: Record<string, number> = {};
  for (const word of words) {
    // As an assignment, this one key would set the prototype.
    if (word === '__proto__') counts = { ...counts, [word]: (counts[word] ?? 0) + 1 };
    else counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}
