export function counts(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) {
    for (const word of text.split(' ')) counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}
