import { appendFileSync } from 'node:fs';

/** One function is called in the loop and touches nothing, the other one writes, but before the loop. */
export function save(file: string, names: readonly string[]): void {
  const heading = (text: string): void => {
    appendFileSync(file, `# ${text}\n`);
  };
  const shown = (name: string): string => name.padStart(8, '.');
  heading('names');
  for (const name of names) appendFileSync(file, `${shown(name)}\n`);
}
