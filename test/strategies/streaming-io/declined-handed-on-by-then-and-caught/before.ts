import { readFile } from 'node:fs/promises';

export function countLines(file: string): Promise<number> {
  return readFile(file, 'utf8')
    .then((text) => text.split('\n').length)
    .catch(() => 0);
}
