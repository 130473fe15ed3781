import { appendFileSync, readFileSync } from 'node:fs';

export function copy(file: string): void {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    appendFileSync(file, `${line}\n`);
  }
}
