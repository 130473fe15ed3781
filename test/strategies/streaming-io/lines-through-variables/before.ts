import { existsSync, readFileSync } from 'fs';

export function lengths(file: string): number[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf-8');
  const lines = text.split(/\r?\n/);
  const found: number[] = [];
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line.length === 0) continue;
    found.push(number, line.length);
    if (found.length > 5_000) break;
  }
  return found;
}
