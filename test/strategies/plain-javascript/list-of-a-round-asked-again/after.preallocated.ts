export function overlaps(rows: string[][], wanted: string[]): number[] {
  const counts = new Array<number>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const words = row.slice();
    let count = 0;
    for (const one of wanted) {
      if (words.includes(one)) count++;
    }
    counts[i] = count;
  }
  return counts;
}
