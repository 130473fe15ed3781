import { readFileSync } from 'node:fs';

export function numbered(file: string): string[] {
  const found: string[] = [];
  const add = (line: string, number: number): void => {
    found.push(`${number}: ${line}`);
  };
  readFileSync(file, 'utf8').split('\n').forEach(add);
  return found;
}
