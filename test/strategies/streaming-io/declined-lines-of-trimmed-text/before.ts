import { readFileSync } from 'node:fs';

export function longest(file: string): number {
  let most = 0;
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) most = Math.max(most, line.length);
  return most;
}
