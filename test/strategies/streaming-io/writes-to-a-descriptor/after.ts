import { closeSync, openSync, writeSync } from 'node:fs';

/** A table with a header; the file is closed in any case. */
export function save(file: string, rows: readonly (readonly number[])[]): number {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, 'id,value\n');
    let pending = '';
    try {
      for (const row of rows) {
        pending += `${row.map((cell) => cell.toFixed(1)).join(',')}\n`;
        if (pending.length >= 65_536) {
          writeSync(descriptor, pending);
          pending = '';
        }
      }
    } finally {
      // What was collected before an error is written as well.
      if (pending !== '') writeSync(descriptor, pending);
    }
  } finally {
    closeSync(descriptor);
  }
  return rows.length;
}
