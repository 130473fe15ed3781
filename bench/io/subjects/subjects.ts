// Functions as people write them, for the I/O benchmark: files read whole and gone through by line, appended to piece by piece, or awaited
// one after the other. by-hand.ts has the same functions written for speed and memory.
import { appendFileSync, closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';

/** Lines that tell of an error. */
export function countErrors(file: string): number {
  let count = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.includes(' 500 ')) count++;
  }
  return count;
}

/** How often each method begins a line. */
export function countMethods(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  const counts = new Map<string, number>();
  for (const line of lines) {
    const end = line.indexOf(' ');
    if (end < 0) continue;
    const method = line.slice(0, end);
    counts.set(method, (counts.get(method) ?? 0) + 1);
  }
  return [...counts].map(([method, count]) => `${method} ${count}`).sort();
}

/** Sum of the last column. */
export function sumDurations(file: string): number {
  let sum = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line !== '') sum += Number(line.slice(line.lastIndexOf(' ') + 1));
  }
  return sum;
}

/** The longest line, whatever ends it. */
export function longestLine(file: string): string {
  let longest = '';
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (line.length > longest.length) longest = line;
  }
  return longest;
}

/** The first line of a kind that comes early. */
export function firstDelete(file: string): string | undefined {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('DELETE')) return line;
  }
  return undefined;
}

/** A sum over records, one a line. */
export function totalOfRecords(file: string): number {
  let total = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const record = JSON.parse(line) as { amount: number };
    total += record.amount;
  }
  return total;
}

/** Lines that tell of an error, read without blocking. */
export async function countErrorsAsync(file: string): Promise<number> {
  let count = 0;
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line.includes(' 500 ')) count++;
  }
  return count;
}

/** Different paths, read without blocking. */
export async function countPaths(file: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const paths = new Set<string>();
  for (const line of text.split('\n')) paths.add(line.split(' ')[1] ?? '');
  return paths.size;
}

/** Entries of a journal, each a line. */
export function writeJournal(file: string, entries: readonly string[]): number {
  for (const entry of entries) {
    appendFileSync(file, `${entry}\n`);
  }
  return entries.length;
}

/** Numbers with their squares, except for every third. */
export function writeSquares(file: string, count: number): void {
  for (let i = 0; i < count; i++) {
    if (i % 3 === 0) continue;
    appendFileSync(file, `${i},${i * i}\n`);
  }
}

/** A table, cell by cell. */
export function writeTable(file: string, rows: readonly (readonly number[])[]): void {
  for (const row of rows) {
    for (const cell of row) appendFileSync(file, `${cell};`);
    appendFileSync(file, '\n');
  }
}

/** The same in a file of its own, that is opened for it. */
export function writeReport(file: string, rows: readonly (readonly number[])[]): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const row of rows) writeSync(descriptor, `${row.join(',')}\n`);
  } finally {
    closeSync(descriptor);
  }
}

/** Entries of a journal, each awaited. */
export async function writeJournalAsync(file: string, entries: readonly string[]): Promise<number> {
  let count = 0;
  for (const entry of entries) {
    await appendFile(file, `${entry}\n`);
    count++;
  }
  return count;
}

/** Sizes of many files, one after the other. */
export async function lengthsOf(files: readonly string[]): Promise<number[]> {
  const lengths: number[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    lengths.push(text.length);
  }
  return lengths;
}

/** A chain to one number. */
export function totalOfGets(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('GET'))
    .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)))
    .reduce((sum, duration) => sum + duration, 0);
}

/** A chain that keeps something of a few lines: not text, a slice of which would keep the piece that it came from. */
export function failedDurations(file: string): number[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.includes(' 500 ')).map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
}

/** A question that few lines answer. */
export function hasDelete(file: string): boolean {
  return readFileSync(file, 'utf8')
    .split('\n')
    .some((line) => line.startsWith('DELETE'));
}

/** Everything but the first line. */
export function bytesBelowHeader(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  let bytes = 0;
  for (let i = 1; i < lines.length; i++) bytes += lines[i]!.length;
  return bytes;
}

/** Needs all lines at once: nothing to stream. */
export function sortedLines(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n').sort();
  return lines.length;
}

/** The first line only. */
export function firstWords(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n')[0]!.split(' ');
}

/** White space at both ends is no line. */
export function linesOfText(file: string): number {
  let count = 0;
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) if (!line.startsWith('#')) count++;
  return count;
}

/** Sizes of many files, all of them begun at once. */
export async function lengthsAtOnce(files: readonly string[]): Promise<number[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.map((text) => text.length);
}

/** Words of large files, all of them begun at once: of a text no more than that is kept. */
export function wordsAtOnce(files: readonly string[]): Promise<number[]> {
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8');
      let words = 0;
      for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 32) words++;
      return words;
    }),
  );
}
