import { appendFileSync } from 'node:fs';

/** What writes the heading has no name of its own. */
export function save(file: string, names: readonly string[]): void {
  const write = {
    heading(letter: string): void {
      appendFileSync(file, `# ${letter}\n`);
    },
  };
  for (const name of names) {
    if (name.length === 1) write.heading(name);
    appendFileSync(file, `${name}\n`);
  }
}
