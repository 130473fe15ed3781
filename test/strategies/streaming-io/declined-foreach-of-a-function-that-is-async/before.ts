import { readFileSync } from 'node:fs';

export function lengths(file: string, note: (length: number) => Promise<void>): void {
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach(async (line) => {
      await note(line.length);
    });
}
