import { closeSync, openSync, writeSync } from 'node:fs';

/** A table with a header; the file is closed in any case. */
export function save(file: string, rows: readonly (readonly number[])[]): number {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, 'id,value\n');
    for (const row of rows) {
      writeSync(descriptor, `${row.map((cell) => cell.toFixed(1)).join(',')}\n`);
    }
  } finally {
    closeSync(descriptor);
  }
  return rows.length;
}
