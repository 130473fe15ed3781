/** Each list is asked once: a Set would cost more than it gives. */
export function known(rows: string[][], word: string): number {
  let count = 0;
  for (const row of rows) {
    const words = new Array<string>(row.length);
    for (let i = 0; i < row.length; i++) {
      if (!(i in row)) continue; // map skips holes
      const one = row[i]!;
      words[i] = one.trim();
    }
    if (words.includes(word)) count++;
  }
  return count;
}
