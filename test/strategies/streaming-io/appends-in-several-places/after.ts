import { appendFileSync } from 'node:fs';

export function writeTable(file: string, rows: readonly (readonly number[])[]): void {
  let pending = '';
  const append = (text: string): void => {
    pending += text;
    if (pending.length >= 65_536) {
      appendFileSync(file, pending);
      pending = '';
    }
  };
  try {
    for (const row of rows) {
      append('row: ');
      for (const cell of row) append(`${cell.toFixed(1)};`);
      append('\n');
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') appendFileSync(file, pending);
  }
}
