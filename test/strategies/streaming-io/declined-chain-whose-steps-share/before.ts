import { readFileSync } from 'node:fs';

export function marked(file: string): string[] {
  let depth = 0;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => {
      if (line.startsWith('#')) depth = line.length;
      return line !== '';
    })
    .map((line) => `${depth} ${line}`);
}
