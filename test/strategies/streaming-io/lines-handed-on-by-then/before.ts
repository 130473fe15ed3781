import { readFile } from 'node:fs/promises';

export const countErrors = (file: string): Promise<number> =>
  readFile(file, 'utf8').then((text) => text.split('\n').filter((line) => line.includes('ERROR')).length);
