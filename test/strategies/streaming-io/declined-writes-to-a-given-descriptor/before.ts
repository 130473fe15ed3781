import { writeSync } from 'node:fs';

/** The caller may have it moved, or be reading what arrives. */
export function save(out: number, names: readonly string[]): void {
  for (const name of names) writeSync(out, `${name}\n`);
}
