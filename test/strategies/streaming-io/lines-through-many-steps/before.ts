import { readFileSync } from 'node:fs';

export function weighed(file: string, factor: number): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((x) => x.trim())
    .filter((x) => !(x.length < 2))
    .map((item) => [item].map((y) => y.length + item.length)[0]!)
    .map(Number)
    .filter(Boolean)
    .reduce((all, x) => x * factor + all, 1);
}
