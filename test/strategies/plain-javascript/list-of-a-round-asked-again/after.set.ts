export function overlaps(rows: string[][], wanted: string[]): number[] {
  const counts: number[] = [];
  for (const row of rows) {
    const words = row.slice();
    let count = 0;
    const wordsSet = new Set(words);
    for (const one of wanted) {
      if (wordsSet.has(one)) count++;
    }
    counts.push(count);
  }
  return counts;
}
