import { appendFileSync } from 'node:fs';

export function writeTable(file: string, rows: readonly (readonly number[])[]): void {
  for (const row of rows) {
    appendFileSync(file, 'row: ');
    for (const cell of row) appendFileSync(file, `${cell.toFixed(1)};`);
    appendFileSync(file, '\n');
  }
}
