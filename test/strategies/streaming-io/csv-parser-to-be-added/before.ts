import { readFileSync } from 'node:fs';

/** Total amount by customer: `customer,amount` lines. */
export function totals(file: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (!line) continue;
    const [customer = '', amount] = line.split(',');
    sums[customer] = (sums[customer] ?? 0) + Number(amount);
  }
  return sums;
}
