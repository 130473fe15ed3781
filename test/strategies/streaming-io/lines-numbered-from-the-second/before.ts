import { readFileSync } from 'node:fs';

/** Where rows have other fields than the header says, line by line. */
export function longRows(file: string): string[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const found: string[] = [];
  for (let i = 1; i < lines.length; i++) {
    const row = lines[i]!;
    if (row === '') continue;
    found.push(`${i + 1}: ${row.length}`);
  }
  return found;
}
