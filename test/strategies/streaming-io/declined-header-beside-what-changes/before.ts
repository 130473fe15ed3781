import { readFileSync } from 'node:fs';

export function different(file: string): number {
  const seen = new Set<string>();
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const isKnown = seen.has(header);
  let count = 0;
  for (const row of rows) {
    seen.add(row);
    if (isKnown) count++;
  }
  return count + seen.size;
}
