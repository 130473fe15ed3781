// The files that the functions of the I/O benchmark read: made for the run, below one folder that goes away with it.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

const methods = ['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'HEAD'];

/** `GET /articles/17 200 35 ms`-like lines; the first DELETE comes within the first hundred. */
export function writeLog(file: string, bytes: number): void {
  const random = randomNumbers(1);
  writeLines(file, bytes, () => {
    const method = methods[Math.floor(random() * methods.length)] ?? 'GET';
    const status = random() < 0.02 ? 500 : 200;
    return `${method} /articles/${Math.floor(random() * 5000)} from 10.0.${Math.floor(random() * 256)}.7 ${status} ${Math.floor(random() * 900)}`;
  });
}

/** A JSON record a line. */
export function writeRecords(file: string, bytes: number): void {
  const random = randomNumbers(2);
  let id = 0;
  writeLines(file, bytes, () =>
    JSON.stringify({ id: id++, name: `record ${id}`, amount: Math.floor(random() * 1000) }),
  );
}

/** Words of a file of 1 MB. */
export const LARGE_FILE = 210_000;

/** So many files, each of some hundred to some thousand words, or of so many. */
export function writeManyFiles(folder: string, count: number, words?: number): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const random = randomNumbers(3);
  return Array.from({ length: count }, (_, i) => {
    const file = path.join(folder, `${i}.txt`);
    writeFileSync(file, 'text '.repeat(words ?? 100 + Math.floor(random() * 1500)));
    return file;
  });
}

function writeLines(file: string, bytes: number, line: () => string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let written = 0; written < bytes; ) {
      let text = '';
      while (text.length < Math.min(1 << 20, bytes - written)) text += `${line()}\n`;
      written += writeSync(descriptor, text);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** mulberry32: the same files in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
