import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function loadAll(folder: string, names: string[]): Promise<string[]> {
  const texts: string[] = new Array<string>(names.length);
  for await (const [, content, i] of readAhead(names, (file) => readFile(join(folder, file), 'utf8'))) texts[i] = content;
  return texts;
}

/** What `read` gives for each file, and its number, in their order, with up to 8 of them read at once. */
async function* readAhead<T>(files: readonly string[], read: (file: string) => Promise<T>): AsyncGenerator<[string, T, number]> {
  const ahead: Promise<T>[] = [];
  for (const [index, file] of files.entries()) {
    for (const next of files.slice(index + ahead.length, index + 8)) {
      const content = Promise.resolve(next).then(read);
      // An error is thrown when it is the turn of its file; until then nobody waits for it.
      content.catch(() => undefined);
      ahead.push(content);
    }
    yield [file, await (ahead.shift() as Promise<T>), index];
  }
}
