import fs from 'node:fs';

export function addAll(file: string, names: readonly string[]): void {
  const out = fs.openSync(file, 'a');
  names.forEach((name) => fs.writeSync(out, name + '\n'));
  fs.closeSync(out);
}
