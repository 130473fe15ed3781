import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Stock by article; a header, then `article,count,place`. */
export function readStock(file: string): Map<string, number> {
  const stock = new Map<string, number>();
  const rows = parse(readFileSync(file, 'utf8'), {
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    from_line: 2,
  });
  for (const [article = '', count] of rows) {
    stock.set(article, (stock.get(article) ?? 0) + Number(count));
  }
  return stock;
}
