import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Each line is meant to be on the disk before the next one. */
export function save(file: string, names: readonly string[]): void {
  const out = openSync(file, 'w');
  for (const name of names) {
    writeSync(out, `${name}\n`);
    fsyncSync(out);
  }
  closeSync(out);
}
