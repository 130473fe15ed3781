import { randomBytes } from 'node:crypto';

export function digest(text: string): string {
  return text + randomBytes(4).toString('hex');
}
