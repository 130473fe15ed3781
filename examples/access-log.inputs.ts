import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const methods = ['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'HEAD'];

/** A log of n requests. It is made once, and the temporary folder of a run is removed with all that is in it. */
function log(n: number, random: () => number): string {
  const file = join(tmpdir(), `access-${n}-${Math.floor(random() * 1e9)}.log`);
  if (existsSync(file)) return file;
  const lines = Array.from({ length: n }, () => {
    const method = methods[Math.floor(random() * methods.length)];
    return `${method} /articles/${Math.floor(random() * 5_000)} ${Math.floor(random() * 900)} ms`;
  });
  writeFileSync(`${file}.${process.pid}`, `${lines.join('\n')}\n`);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** The name of a journal that has no entries yet. */
function emptyJournal(): string {
  const file = join(tmpdir(), `journal-${process.pid}.txt`);
  rmSync(file, { force: true });
  return file;
}

const messages = (n: number, random: () => number): string[] =>
  Array.from({ length: n }, (_, i) => `message ${i} of ${Math.floor(random() * 1e6)}`);

export default {
  firstWords: {
    sizes: [1_000, 20_000, 400_000],
    args: (n: number, random: () => number) => [log(n, random)],
    sequence: (n: number, random: () => number) => {
      const today = log(n, random);
      return [[today], [today], [log(n, random)]];
    },
  },
  journal: {
    sizes: [10, 100, 1_000],
    args: (n: number, random: () => number) => [emptyJournal(), messages(n, random)],
    sequence: (n: number, random: () => number) => {
      const file = emptyJournal();
      return [
        [file, messages(n, random)],
        [file, []],
        [file, messages(n, random)],
      ];
    },
  },
};
