import { appendFileSync, readFileSync } from 'node:fs';

/** Lines that a function outside of the loop adds would be read as well. */
export function repeatMarked(file: string): number {
  let count = 0;
  function repeat(line: string): void {
    appendFileSync(file, `${line}\n`);
  }
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    count++;
    if (line.startsWith('!')) repeat(line);
  }
  return count;
}
