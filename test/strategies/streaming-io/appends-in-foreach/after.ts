import { appendFileSync } from 'node:fs';

export function addAll(file: string, records: string[]): void {
  let pending = '';
  try {
    records.forEach((record) => {
      pending += `${record}\n`;
      if (pending.length >= 65_536) {
        appendFileSync(file, pending);
        pending = '';
      }
    });
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') appendFileSync(file, pending);
  }
}
