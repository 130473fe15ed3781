import fs from 'fs';

export function sum(file: string): number {
  const text = fs.readFileSync(file, 'utf8');
  const lines = text.split('\n');
  let total = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    // Everything but errors.
    if (line.startsWith('ERROR')) continue;
    total += line.length;
  }
  return total;
}
