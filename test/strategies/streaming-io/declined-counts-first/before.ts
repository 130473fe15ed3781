import { readFileSync } from 'node:fs';

export function share(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  let count = 0;
  for (const line of lines) if (line !== '') count++;
  return count / lines.length;
}
