import { readFileSync } from 'node:fs';

export function firstLong(file: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (line && line.length > 12) return line;
  }
  return '';
}
