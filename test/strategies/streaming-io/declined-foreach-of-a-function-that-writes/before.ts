import { appendFileSync, readFileSync } from 'node:fs';

export function copy(file: string, target: string): void {
  const add = (line: string): void => appendFileSync(target, `${line}\n`);
  readFileSync(file, 'utf8').split('\n').forEach(add);
}
