import { readFileSync } from 'node:fs';

export function countKinds(file: string): Record<string, number> {
  const counts: Record<string, number> = {};
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line) => {
      if (line === '') return;
      const kind = line.slice(0, 2);
      for (const letter of kind) if (letter === '#') break;
      counts[kind] = (counts[kind] ?? 0) + 1;
    });
  return counts;
}
