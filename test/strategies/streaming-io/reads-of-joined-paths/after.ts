import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function longest(folder: string, names: string[]): Promise<{ file: string; lines: number }> {
  let best = { file: '', lines: -1 };
  for await (const [name, content] of readAhead(names, (name) => readFile(join(folder, `${name}`), 'utf8'))) {
    const file = join(folder, `${name}`);
    const lines = content.split('\n');
    if (lines.length > best.lines) best = { file: file.slice(folder.length), lines: lines.length };
  }
  return best;
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
