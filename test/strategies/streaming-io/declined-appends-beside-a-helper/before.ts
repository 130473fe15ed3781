import { appendFileSync } from 'node:fs';

/** The heading is written at once, by a function that stands outside of the loop. */
export function save(file: string, names: readonly string[]): void {
  const heading = (letter: string): void => {
    appendFileSync(file, `# ${letter}\n`);
  };
  const section = (name: string): void => {
    if (name.length === 1) heading(name);
  };
  for (const name of names) {
    section(name);
    appendFileSync(file, `${name}\n`);
  }
}
