import { appendFileSync, readFileSync } from 'node:fs';

/** A function outside of the loop changes what the next round reads. */
export function positions(journal: string, names: readonly string[]): number[] {
  const found: number[] = [];
  const note = (name: string): void => {
    appendFileSync(journal, `${name}\n`);
  };
  for (const name of names) {
    found.push(readFileSync(journal, 'utf8').length);
    note(name);
  }
  return found;
}
