import { readFile } from 'node:fs/promises';

export async function numbered(files: readonly string[]): Promise<string[]> {
  const lengths: string[] = [];
  for await (const [file, { length }, i] of readAhead(files, (file) => readFile(file))) {
    if (i > 30) return lengths;
    lengths.push(`${i + 1}. ${file.length} ${length}`);
  }
  return lengths;
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
