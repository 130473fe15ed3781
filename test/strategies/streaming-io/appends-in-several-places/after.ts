import { appendFileSync } from 'node:fs';

export function writeTable(file: string, rows: readonly (readonly number[])[]): void {
  let pending = '';
  const flush = (): void => {
    appendFileSync(file, pending);
    pending = '';
  };
  try {
    for (const row of rows) {
      pending += 'row: ';
      for (const cell of row) {
        pending += `${cell.toFixed(1)};`;
        if (pending.length >= 65_536) flush();
      }
      pending += '\n';
      if (pending.length >= 65_536) flush();
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') flush();
  }
}
