import { readFile } from 'node:fs/promises';

export async function lengthOfAll(index: string): Promise<number> {
  const text = await readFile(index, 'utf8');
  let sum = 0;
  for await (const [, content] of readAhead(text.split('\n'), (name) => readFile(name, 'utf8'))) {
    const text = content;
    sum += text.length;
  }
  return sum;
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
