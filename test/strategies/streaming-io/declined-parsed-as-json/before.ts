import { readFileSync } from 'node:fs';

export function names(file: string): string[] {
  const users = JSON.parse(readFileSync(file, 'utf8')) as { name: string }[];
  return users.map((user) => user.name);
}
