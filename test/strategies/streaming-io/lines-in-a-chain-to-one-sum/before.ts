import { readFileSync } from 'node:fs';

export function meanLength(file: string, least: number): number {
  const sum = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= least)
    .map((line) => line.length)
    .reduce((total, length) => total + length, 0);
  return sum / 2;
}
