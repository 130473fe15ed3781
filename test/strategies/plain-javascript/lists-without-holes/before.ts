/** What a table of numbers comes to, line by line. */
export function totals(text: string): { rows: number[]; most: number; names: string[] } {
  const lines = text.trim().split('\n').filter((line) => line !== '');
  const names = Object.keys({ text, most: lines.length });
  const rows = lines.slice(1).map((line) => line.length);
  const sums = lines.map((line) => line.split(',').map(Number).reduce((sum, value) => sum + value, 0));
  sums.push(rows.length);
  const most = sums.filter((sum) => sum === sum).reduce((best, sum) => Math.max(best, sum), lines.length);
  return { rows, most, names: names.map((name) => name.toUpperCase()) };
}
