import { readFileSync } from 'node:fs';

export function names(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as { user: { name: string } })
    .map((record) => record.user.name);
}
