import { readFileSync } from 'node:fs';

export function trimmed(file: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  let last = '';
  for (let i = 0; i < lines.length; i++) {
    lines[i] = lines[i]!.trim();
    last = lines[i]!;
  }
  return last;
}
