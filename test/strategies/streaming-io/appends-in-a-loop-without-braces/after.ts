import fs from 'node:fs';

export function addAll(file: string, records: string[]): void {
  let pending = '';
  try {
    outer: for (let i = 0; i < records.length; i++) {
      pending += records[i]!.length + ';' + records[i]! + ';';
      if (pending.length >= 65_536) {
        fs.appendFileSync(file, pending);
        pending = '';
      }
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') fs.appendFileSync(file, pending);
  }
}
