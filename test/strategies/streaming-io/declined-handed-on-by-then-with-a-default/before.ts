import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

function pick(folder: string): string {
  if (folder === '') throw new RangeError('no folder');
  return 'log';
}

export function countLines(folder: string, name = pick(folder)): Promise<number> {
  return readFile(join(folder, name), 'utf8').then((text) => text.split('\n').length);
}
