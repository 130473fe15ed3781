export function wordFrequency(text: string): Record<string, number> {
  return text
    .toLowerCase()
    .split(/\W+/)
    .filter(Boolean)
    .reduce((counts, word) => ({ ...counts, [word]: (counts[word] || 0) + 1 }), {} as Record<string, number>);
}
