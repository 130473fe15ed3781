import { readFileSync } from 'node:fs';

/** How many lines of a log file report an error. */
export function countErrors(file: string): number {
  let errors = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('ERROR')) errors++;
  }
  return errors;
}
