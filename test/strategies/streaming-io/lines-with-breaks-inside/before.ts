import { readFileSync } from 'node:fs';

export function kinds(file: string): string {
  let seen = '';
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  for (const line of lines) {
    if (line === '') continue;
    switch (line[0]) {
      case 'E':
        seen += 'e';
        break;
      case 'o':
        seen += 'o';
        break;
      default:
        for (const letter of line) {
          if (letter === ' ') break;
          seen += letter.length;
        }
    }
    if (seen.length > 10_000) return seen;
  }
  return seen;
}
