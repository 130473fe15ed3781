export function wordCounts(texts: string[], shortest = 1): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) {
    text.split(' ').forEach((word) => (counts[word] = (counts[word] || 0) + 1));
    for (const word of text.split(/[aeiou]/)) {
      if (word.length < shortest) continue;
      counts[word] = (counts[word] || 0) + 1;
    }
  }
  return counts;
}
