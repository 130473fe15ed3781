export function wordTotals(texts: string[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.split(' ')) {
      if (totals.has(word)) {
        totals.set(word, totals.get(word)! + 1);
      } else {
        totals.set(word, 1);
      }
    }
  }
  return totals;
}
