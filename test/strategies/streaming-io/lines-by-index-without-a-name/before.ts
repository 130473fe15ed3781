import fs from 'fs';

export function shortest(file: string): number {
  const lines = fs.readFileSync(file, 'utf8').split(/\r?\n/);
  let least = Infinity;
  for (let i = 0; i < lines.length; i += 1) {
    if (lines[i]!.length === 0) break;
    least = Math.min(least, lines[i]!.length);
  }
  return least;
}
