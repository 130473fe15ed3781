/** The Levenshtein distance: how many letters must be inserted, deleted or replaced to turn one word into the other. */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Int32Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i++) {
    table[i * width] = i;
  }
  for (let j = 0; j <= b.length; j++) {
    table[j] = j;
  }
  for (let i = 1; i <= a.length; i++) {
    const row = i * width;
    const previousRow = row - width;
    for (let j = 1; j <= b.length; j++) {
      const replace = table[previousRow + j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      table[row + j] = Math.min(replace, table[previousRow + j] + 1, table[row + j - 1] + 1);
    }
  }
  return table[a.length * width + b.length];
}
