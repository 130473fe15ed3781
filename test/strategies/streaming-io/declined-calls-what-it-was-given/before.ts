import { readFileSync } from 'node:fs';

export function each(file: string, visit: (line: string) => void): void {
  for (const line of readFileSync(file, 'utf8').split('\n')) visit(line);
}
