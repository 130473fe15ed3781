// The functions of subjects.ts as someone would write them who measures: no generators, no stream objects, large pieces, nothing kept.
// Lines stay strings, and what is returned and written is the same; nobody reads bytes by hand.
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

/** The size that was fastest here: strings of 256 KB took three times as long. */
const pieceSize = 65_536;

/** Calls back with each line, and stops when that answers true. */
function eachLine(file: string, visit: (line: string) => boolean | undefined): void {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(pieceSize);
    let rest = '';
    for (;;) {
      const length = readSync(descriptor, buffer);
      if (length === 0) break;
      const lines = decoder.write(buffer.subarray(0, length)).split('\n');
      lines[0] = rest + (lines[0] ?? '');
      rest = lines.pop() ?? '';
      for (const line of lines) if (visit(line) === true) return;
    }
    visit(rest + decoder.end());
  } finally {
    closeSync(descriptor);
  }
}

async function eachLineAsync(file: string, visit: (line: string) => void): Promise<void> {
  const handle = await open(file);
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(pieceSize);
    let rest = '';
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) break;
      const lines = decoder.write(buffer.subarray(0, bytesRead)).split('\n');
      lines[0] = rest + (lines[0] ?? '');
      rest = lines.pop() ?? '';
      for (const line of lines) visit(line);
    }
    visit(rest + decoder.end());
  } finally {
    await handle.close();
  }
}

export function countErrors(file: string): number {
  let count = 0;
  eachLine(file, (line) => {
    if (line.includes(' 500 ')) count++;
    return undefined;
  });
  return count;
}

export function countMethods(file: string): string[] {
  const counts = new Map<string, number>();
  eachLine(file, (line) => {
    const end = line.indexOf(' ');
    if (end < 0) return undefined;
    const method = line.slice(0, end);
    counts.set(method, (counts.get(method) ?? 0) + 1);
    return undefined;
  });
  return [...counts].map(([method, count]) => `${method} ${count}`).sort();
}

export function sumDurations(file: string): number {
  let sum = 0;
  eachLine(file, (line) => {
    if (line !== '') sum += Number(line.slice(line.lastIndexOf(' ') + 1));
    return undefined;
  });
  return sum;
}

export function longestLine(file: string): string {
  let longest = '';
  eachLine(file, (whole) => {
    const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    if (line.length > longest.length) longest = line;
    return undefined;
  });
  return longest;
}

export function firstDelete(file: string): string | undefined {
  let found: string | undefined;
  eachLine(file, (line) => {
    if (!line.startsWith('DELETE')) return undefined;
    found = line;
    return true;
  });
  return found;
}

export function totalOfGets(file: string): number {
  let sum = 0;
  eachLine(file, (line) => {
    if (line.startsWith('GET')) sum += Number(line.slice(line.lastIndexOf(' ') + 1));
    return undefined;
  });
  return sum;
}

export function failedDurations(file: string): number[] {
  const durations: number[] = [];
  eachLine(file, (line) => {
    if (line.includes(' 500 ')) durations.push(Number(line.slice(line.lastIndexOf(' ') + 1)));
    return undefined;
  });
  return durations;
}

export function hasDelete(file: string): boolean {
  let found = false;
  eachLine(file, (line) => {
    found = line.startsWith('DELETE');
    return found;
  });
  return found;
}

export function bytesBelowHeader(file: string): number {
  let bytes = 0;
  let isHeader = true;
  eachLine(file, (line) => {
    if (!isHeader) bytes += line.length;
    isHeader = false;
    return undefined;
  });
  return bytes;
}

export function totalOfRecords(file: string): number {
  let total = 0;
  eachLine(file, (line) => {
    if (line !== '') total += (JSON.parse(line) as { amount: number }).amount;
    return undefined;
  });
  return total;
}

export async function countErrorsAsync(file: string): Promise<number> {
  let count = 0;
  await eachLineAsync(file, (line) => {
    if (line.includes(' 500 ')) count++;
  });
  return count;
}

export async function countPaths(file: string): Promise<number> {
  const paths = new Set<string>();
  await eachLineAsync(file, (line) => {
    paths.add(line.split(' ')[1] ?? '');
  });
  return paths.size;
}

/** Opens the file at the first piece, as appending does, and writes large pieces. */
class Appender {
  readonly #file: string;
  #descriptor: number | undefined;
  #text = '';

  constructor(file: string) {
    this.#file = file;
  }

  add(piece: string): void {
    this.#text += piece;
    if (this.#text.length >= pieceSize) this.#flush();
  }

  close(): void {
    if (this.#text !== '') this.#flush();
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }

  #flush(): void {
    this.#descriptor ??= openSync(this.#file, 'a');
    writeSync(this.#descriptor, this.#text);
    this.#text = '';
  }
}

export function writeJournal(file: string, entries: readonly string[]): number {
  const appender = new Appender(file);
  try {
    for (const entry of entries) appender.add(`${entry}\n`);
  } finally {
    appender.close();
  }
  return entries.length;
}

export function writeSquares(file: string, count: number): void {
  const appender = new Appender(file);
  try {
    for (let i = 0; i < count; i++) if (i % 3 !== 0) appender.add(`${i},${i * i}\n`);
  } finally {
    appender.close();
  }
}

export function writeTable(file: string, rows: readonly (readonly number[])[]): void {
  const appender = new Appender(file);
  try {
    for (const row of rows) appender.add(row.length === 0 ? '\n' : `${row.join(';')};\n`);
  } finally {
    appender.close();
  }
}

export function writeReport(file: string, rows: readonly (readonly number[])[]): void {
  const descriptor = openSync(file, 'w');
  try {
    let text = '';
    try {
      for (const row of rows) {
        text += `${row.join(',')}\n`;
        if (text.length < pieceSize) continue;
        writeSync(descriptor, text);
        text = '';
      }
    } finally {
      if (text !== '') writeSync(descriptor, text);
    }
  } finally {
    closeSync(descriptor);
  }
}

export async function writeJournalAsync(file: string, entries: readonly string[]): Promise<number> {
  if (entries.length === 0) return 0;
  const handle = await open(file, 'a');
  try {
    let text = '';
    for (const entry of entries) {
      text += `${entry}\n`;
      if (text.length < pieceSize) continue;
      // `handle.write` may write less than it was given.
      await handle.appendFile(text);
      text = '';
    }
    await handle.appendFile(text);
  } finally {
    await handle.close();
  }
  return entries.length;
}

export async function lengthsOf(files: readonly string[]): Promise<number[]> {
  const lengths: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < files.length) {
      const index = next++;
      lengths[index] = (await readFile(files[index] ?? '', 'utf8')).length;
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return lengths;
}

export function firstWords(file: string): string[] {
  let first = '';
  eachLine(file, (line) => {
    first = line;
    return true;
  });
  return first.split(' ');
}

/** The last line and the empty ones behind it are kept back, since the file may end there. */
export function linesOfText(file: string): number {
  let count = 0;
  let kept: string[] = [];
  const isLine = (line: string): boolean => !line.startsWith('#');
  eachLine(file, (line) => {
    if (line.trimEnd() !== '') {
      for (const before of kept) if (isLine(before)) count++;
      kept = [kept.length === 0 ? line.trimStart() : line];
    } else if (kept.length > 0) kept.push(line);
    return undefined;
  });
  return count + (isLine(kept[0] ?? '') ? 1 : 0);
}

export const lengthsAtOnce = lengthsOf;

export function sortedLines(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length;
}

export async function wordsAtOnce(files: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < files.length) {
      const index = next++;
      const text = await readFile(files[index] ?? '', 'utf8');
      let words = 0;
      for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 32) words++;
      counts[index] = words;
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return counts;
}
