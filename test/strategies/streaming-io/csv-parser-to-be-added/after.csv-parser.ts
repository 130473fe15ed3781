import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Total amount by customer: `customer,amount` lines. */
export function totals(file: string): Record<string, number> {
  const sums: Record<string, number> = {};
  const rows = parse(readFileSync(file, 'utf8'), {
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  for (const [customer = '', amount] of rows) {
    sums[customer] = (sums[customer] ?? 0) + Number(amount);
  }
  return sums;
}
