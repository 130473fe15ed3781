import { closeSync, openSync, writeSync } from 'node:fs';

export function save(file: string, names: readonly string[]): void {
  const out = openSync(file, 'w');
  for (const [i, name] of names.entries()) writeSync(out, `${name}\n`, i * 10);
  closeSync(out);
}
