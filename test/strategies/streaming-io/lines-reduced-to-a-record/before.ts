import { readFileSync } from 'node:fs';

export function countKinds(file: string): Record<string, number> {
  return readFileSync(file, 'utf8')
    .split('\n')
    .reduce<Record<string, number>>((counts, line) => {
      const kind = line.slice(0, 2);
      counts[kind] = (counts[kind] ?? 0) + 1;
      return counts;
    }, {});
}
