import { readFileSync } from 'node:fs';

function numbered(line: string, index = 0): string {
  return `${index} ${line}`;
}

export function all(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').map(numbered);
}
