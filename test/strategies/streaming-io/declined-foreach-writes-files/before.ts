import { appendFileSync, readFileSync } from 'node:fs';

export function copy(file: string, other: string): void {
  readFileSync(file, 'utf8').split('\n').forEach((line) => appendFileSync(other, `${line}\n`));
}
