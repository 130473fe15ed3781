import { readFile } from 'node:fs/promises';

export async function sizesOf(files: readonly string[]): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for await (const [file, text] of readAhead(files, (file) => readFile(file, 'utf8'))) {
    sizes[file] = text.length;
  }
  return sizes;
}

/** What `read` gives for each file, in their order, with up to 8 of them read at once. */
async function* readAhead<T>(files: readonly string[], read: (file: string) => Promise<T>): AsyncGenerator<[string, T]> {
  const ahead: Promise<T>[] = [];
  for (const [index, file] of files.entries()) {
    for (const next of files.slice(index + ahead.length, index + 8)) {
      const content = Promise.resolve(next).then(read);
      // An error is thrown when it is the turn of its file; until then nobody waits for it.
      content.catch(() => undefined);
      ahead.push(content);
    }
    yield [file, await (ahead.shift() as Promise<T>)];
  }
}
