import { createHash } from 'node:crypto';

export function digests(passwords: readonly string[]): string[] {
  const found: string[] = [];
  passwords.forEach((password) => found.push(createHash('sha256').update(password).digest('hex')));
  return found;
}
