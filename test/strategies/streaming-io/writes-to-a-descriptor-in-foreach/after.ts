import fs from 'node:fs';

export function addAll(file: string, names: readonly string[]): void {
  const out = fs.openSync(file, 'a');
  let pending = '';
  try {
    names.forEach((name) => {
      pending += name + '\n';
      if (pending.length >= 65_536) {
        fs.writeSync(out, pending);
        pending = '';
      }
    });
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') fs.writeSync(out, pending);
  }
  fs.closeSync(out);
}
