import { readFileSync } from 'node:fs';

export function records(file: string): Record<string, string>[] {
  const [header, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const keys = header!.split(',').map((key) => key.trim());
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? '']));
  });
}
