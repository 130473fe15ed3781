import { readFileSync } from 'node:fs';

export function firstLong(line: string): string {
  const lines = readFileSync(line, 'utf8').split('\n');
  let found = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.length > 3) {
      found = line;
      break;
    }
  }
  return found;
}
