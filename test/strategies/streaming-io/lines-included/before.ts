import { readFileSync } from 'node:fs';

/** Whether one of the lines is the name. */
export function hasUser(file: string, user: string): boolean {
  return readFileSync(file, 'utf8').split('\n').includes(user);
}
