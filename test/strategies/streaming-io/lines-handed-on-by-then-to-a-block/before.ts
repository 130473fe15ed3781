import { promises as fs } from 'fs';

/** The longest line. */
export function longest(file: string): Promise<string> {
  return fs
    .readFile(file, 'utf8')
    .then((text) => text.split('\n'))
    .then((lines) => {
      let found = '';
      for (const line of lines) if (line.length > found.length) found = line;
      return found;
    });
}
