import { appendFileSync } from 'node:fs';

/** One function is called in the loop and touches nothing, the other one writes, but before the loop. */
export function save(file: string, names: readonly string[]): void {
  const heading = (text: string): void => {
    appendFileSync(file, `# ${text}\n`);
  };
  const shown = (name: string): string => name.padStart(8, '.');
  heading('names');
  let pending = '';
  try {
    for (const name of names) {
      pending += `${shown(name)}\n`;
      if (pending.length >= 65_536) {
        appendFileSync(file, pending);
        pending = '';
      }
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') appendFileSync(file, pending);
  }
}
