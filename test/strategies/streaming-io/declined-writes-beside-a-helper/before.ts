import { closeSync, openSync, writeSync } from 'node:fs';

/** The heading goes through a function of its own, and would come before what was collected. */
export function save(file: string, names: readonly string[]): void {
  const out = openSync(file, 'w');
  const heading = (letter: string): void => {
    writeSync(out, `# ${letter}\n`);
  };
  for (const name of names) {
    if (name.length === 1) heading(name);
    writeSync(out, `${name}\n`);
  }
  closeSync(out);
}
