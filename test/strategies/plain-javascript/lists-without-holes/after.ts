/** What a table of numbers comes to, line by line. */
export function totals(text: string): { rows: number[]; most: number; names: string[] } {
  const items = text.trim().split('\n');
  const lines: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const line = items[i]!;
    if (line !== '') lines.push(line);
  }
  const names = Object.keys({ text, most: lines.length });
  const items2 = lines.slice(1);
  const rows = new Array<number>(items2.length);
  for (let i = 0; i < items2.length; i++) {
    const line = items2[i]!;
    rows[i] = line.length;
  }
  const sums = new Array<number>(lines.length);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    sums[i] = line.split(',').map(Number).reduce((sum, value) => sum + value, 0);
  }
  sums.push(rows.length);
  let most = lines.length;
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i]!;
    if (sum !== sum) continue;
    most = Math.max(most, sum);
  }
  const result = new Array<string>(names.length);
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    result[i] = name.toUpperCase();
  }
  return { rows, most, names: result };
}
