import { readFileSync } from 'node:fs';

export function waitFor(file: string): number {
  for (let tries = 0; ; tries++) {
    const text = readFileSync(file, 'utf8');
    if (text.includes('done')) return tries;
  }
}
