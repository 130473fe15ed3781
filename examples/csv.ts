/** The rows of a CSV text without its header line. Fields do not contain commas or quotes. */
export function parseRows(text: string): string[][] {
  const lines = text.trimEnd().split('\n');
  return lines.slice(1).map((line) => line.split(','));
}

/** The total of one column of a CSV text; `column` is its name in the header line. */
export function sumColumn(text: string, column: string): number {
  const header = text.slice(0, text.indexOf('\n')).split(',');
  const index = header.indexOf(column);
  if (index < 0) {
    throw new Error(`There is no column ${column}.`);
  }
  let total = 0;
  for (const row of parseRows(text)) {
    total += Number(row[index]);
  }
  return total;
}
