// Traps for whoever streams files or writes them in larger pieces (71-80). What is left on disk is part of the answer.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awkwardFiles } from '../support/awkward-files.ts';
import type { Call, SoundnessCase } from './soundness-case.ts';

/** Calls with a fresh folder of three files; answers how the call ended and what stands in the folder then. */
async function inFolder(act: (folder: string) => unknown): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'speedlens-soundness-'));
  try {
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), `${name} one\n${name} two\n`);
    let ending: unknown;
    try {
      ending = await act(folder);
    } catch (error) {
      ending = String(error).replaceAll(folder, '');
    }
    return [ending, readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const oneFile = (call: Call): Promise<unknown> => inFolder((folder) => call(join(folder, 'a'), ['x', 'yy', '', 'z']));

export const fileCases: readonly SoundnessCase[] = [
  {
    id: '71',
    trap: 'lines are what split says they are',
    source: `
import { readFileSync } from 'node:fs';
export function lines(file: string): string[] {
  const out: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\\n')) out.push(\`\${line.length}:\${line.slice(0, 20)}\`);
  return out;
}
`,
    calls: () => awkwardFiles().map((file) => [file]),
  },
  {
    id: '71b',
    trap: 'all statements stand on one line, those that read the first line among them',
    source: `
import { readFileSync } from 'node:fs';
export function rows(file: string): Record<string, string>[] { const lines = readFileSync(file, 'utf8').trim().split('\\n'); const keys = lines[0]!.split(','); return lines.slice(1).map((l) => { const c = l.split(','); const o: Record<string, string> = {}; keys.forEach((k, i) => { o[k] = c[i] ?? ''; }); return o; }); }
`,
    calls: () => awkwardFiles().map((file) => [file]),
  },
  {
    id: '72',
    trap: 'the next line is looked at',
    source: `
import { readFileSync } from 'node:fs';
export function pairs(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\\n');
  let n = 0;
  for (let i = 0; i + 1 < lines.length; i++) if (lines[i] === lines[i + 1]) n++;
  return n;
}
`,
    calls: () => awkwardFiles().map((file) => [file]),
    declines: { 'streaming-io': ['S1'] },
  },
  {
    id: '73',
    trap: 'the second only looks independent of the first',
    source: `
import { readFile, writeFile } from 'node:fs/promises';
export async function login(file: string): Promise<string> {
  await writeFile(file, 'session');
  const data = await readFile(file, 'utf8');
  return data;
}
`,
    calls: () => [],
    scenario: oneFile,
  },
  {
    id: '74',
    trap: 'it stops at the first that fails, and never touches the rest',
    source: `
import { rm, stat } from 'node:fs/promises';
export async function clear(files: readonly string[]): Promise<void> {
  for (const file of files) {
    await stat(file);
    await rm(file);
  }
}
`,
    calls: () => [],
    scenario: (call) => inFolder((folder) => call(['a', 'missing', 'b'].map((name) => join(folder, name)))),
  },
  {
    id: '75',
    trap: 'results stand in the order of the files, and so does the first error',
    source: `
import { readFile } from 'node:fs/promises';
export async function all(files: readonly string[]): Promise<string[]> {
  const out: string[] = [];
  for (const file of files) out.push(await readFile(file, 'utf8'));
  return out;
}
`,
    calls: () => [],
    scenario: async (call) => [
      await inFolder((folder) => call(['c', 'a', 'b', 'a'].map((name) => join(folder, name)))),
      await inFolder((folder) => call(['a', 'missing', 'b', 'also-missing'].map((name) => join(folder, name)))),
      await inFolder(() => call([])),
    ],
  },
  {
    id: '76',
    trap: 'what came before an error is on disk',
    source: `
import { appendFileSync } from 'node:fs';
export function save(file: string, lines: string[]): void {
  for (const line of lines) {
    if (line === '') throw new RangeError('empty line');
    appendFileSync(file, \`\${line}\\n\`);
  }
}
`,
    calls: () => [],
    scenario: async (call) => [
      await oneFile(call),
      await inFolder((folder) => call(join(folder, 'no', 'where'), ['x', ''])),
    ],
  },
  {
    id: '77',
    trap: 'the size of the file decides when to stop',
    source: `
import { appendFileSync, statSync } from 'node:fs';
export function save(file: string, lines: string[]): void {
  for (const line of lines) {
    appendFileSync(file, \`\${line}\\n\`);
    if (statSync(file).size > 18) break;
  }
}
`,
    calls: () => [],
    scenario: oneFile,
    declines: { 'streaming-io': ['S7'] },
  },
  {
    id: '78',
    trap: 'each piece goes to a file of its own',
    source: `
import { appendFileSync } from 'node:fs';
export function distribute(file: string, lines: string[]): void {
  for (const line of lines) appendFileSync(\`\${file}-\${line.length}\`, \`\${line}\\n\`);
}
`,
    calls: () => [],
    scenario: oneFile,
    declines: { 'streaming-io': ['S7'] },
  },
  {
    id: '79',
    trap: 'the function is called something else here',
    source: `
const { readFileSync: take } = require('fs');
function split(text) {
  return text.split('\\n');
}
function count(file) {
  let n = 0;
  for (const line of take(file, 'utf8').split('\\n')) n += line.length;
  return n + split('a').length;
}
module.exports = { count };
`,
    file: 'sample.cjs',
    select: 'count',
    calls: () => awkwardFiles().map((file) => [file]),
  },
  {
    id: '79b',
    trap: 'something else is called like the function',
    source: `
const fs = { readFileSync: (name: string, _encoding: string): string => \`one\\ntwo \${name}\` };
export function count(file: string): number {
  let n = 0;
  for (const line of fs.readFileSync(file, 'utf8').split('\\n')) n += line.length;
  return n;
}
`,
    calls: () => [['x'], ['']],
    declines: { 'streaming-io': ['S0'] },
  },
  {
    id: '80',
    trap: 'it is used as a callback and cannot become asynchronous',
    source: `
import { readFileSync } from 'node:fs';
function size(file: string): number {
  let n = 0;
  for (const line of readFileSync(file, 'utf8').split('\\n')) n += line.length;
  return n;
}
export const sizes = (files: string[]): number[] => files.map(size);
`,
    select: 'size',
    calls: () => awkwardFiles().map((file) => [file]),
  },
  {
    id: '80b',
    trap: 'all lines pass one step of a chain before the next one throws',
    source: `
import { readFileSync } from 'node:fs';
export function names(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\\n')
    .map((line) => JSON.parse(\`[\${line.length},"\${line.slice(0, 4)}"]\`) as { user: { name: string } })
    .map((record) => record.user.name);
}
`,
    calls: () => awkwardFiles().map((file) => [file]),
    declines: { 'streaming-io': ['S3'] },
  },
  {
    id: '80c',
    trap: 'the first line is longer than a piece, and the second is not the first of the next one',
    source: `
import { readFileSync } from 'node:fs';
export function body(file: string): string[] {
  const out: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\\n').slice(1)) out.push(\`\${line.length}:\${line.slice(0, 9)}\`);
  return out;
}
`,
    calls: () => awkwardFiles().map((file) => [file]),
  },
  {
    id: '80d',
    trap: 'the caller changes the list before it waits for the function',
    source: `
import { readFileSync } from 'node:fs';
export async function all(files: string[]): Promise<string[]> {
  const out: string[] = [];
  for (const file of files) out.push(readFileSync(file, 'utf8'));
  return out;
}
`,
    calls: () => [],
    scenario: (call) =>
      inFolder(async (folder) => {
        const files = ['a', 'b', 'c'].map((name) => join(folder, name));
        const given = call(files);
        files.length = 1;
        return [await given, await call([]), await call([folder])];
      }),
  },
  {
    id: '80e',
    trap: 'two calls at once read the same number and lose one step',
    source: `
import { readFileSync, writeFileSync } from 'node:fs';
export async function increment(file: string): Promise<number> {
  const next = readFileSync(file, 'utf8').length + 1;
  writeFileSync(file, 'x'.repeat(next));
  return next;
}
`,
    calls: () => [],
    scenario: (call) =>
      inFolder((folder) => Promise.all([call(join(folder, 'a')), call(join(folder, 'a')), call(join(folder, 'a'))])),
    declines: { 'streaming-io': ['S6'] },
  },
  {
    id: '80f',
    trap: 'what is written tells how large the file is by then',
    source: `
import { appendFileSync, statSync } from 'node:fs';
export function save(file: string, lines: string[]): void {
  for (const line of lines) {
    appendFileSync(file, \`\${statSync(file).size} \${line}\\n\`);
  }
}
`,
    calls: () => [],
    scenario: oneFile,
    declines: { 'streaming-io': ['S7'] },
  },
  {
    id: '80g',
    trap: 'what makes a piece writes to the same file',
    source: `
import { appendFileSync } from 'node:fs';
function marked(file: string, line: string): string {
  if (line.length > 1) appendFileSync(file, '---\\n');
  return line;
}
export function save(file: string, lines: string[]): void {
  lines.forEach((line) => appendFileSync(file, marked(file, line) + '\\n'));
}
`,
    calls: () => [],
    scenario: oneFile,
    declines: { 'streaming-io': ['S7'] },
  },
  {
    id: '80h',
    trap: 'turning a row into text runs its code',
    source: `
import { appendFile } from 'node:fs/promises';
export async function save(file: string, rows: { toString(): string }[]): Promise<void> {
  for (const row of rows) {
    await appendFile(file, \`\${row}\\n\`);
  }
}
`,
    calls: () => [],
    scenario: (call) =>
      inFolder((folder) => {
        const file = join(folder, 'a');
        const row = { toString: () => String(readFileSync(file, 'utf8').length) };
        return call(file, [row, row, row]);
      }),
    declines: { 'streaming-io': ['S7'] },
  },
  {
    id: '80i',
    trap: 'pieces are counted while they are made, and the first cannot be written',
    source: `
import { appendFileSync } from 'node:fs';
export const seen: string[] = [];
export function save(file: string, lines: string[]): void {
  for (const line of lines) {
    appendFileSync(file, \`\${seen.push(line)} \${line}\\n\`);
  }
}
`,
    calls: () => [],
    scenario: async (call, exports) => [
      await inFolder((folder) => call(join(folder, 'no', 'where'), ['x', 'y'])),
      exports['seen'],
    ],
    declines: { 'streaming-io': ['S7'] },
  },
  {
    id: '80j',
    trap: 'calls at once count what they write',
    source: `
import { writeFileSync } from 'node:fs';
let count = 0;
export async function save(first: string, second: string): Promise<void> {
  writeFileSync(first, \`\${count++}\`);
  writeFileSync(second, \`\${count++}\`);
}
`,
    calls: () => [],
    scenario: (call) =>
      inFolder((folder) => {
        const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => join(folder, name));
        return Promise.all([call(a, b), call(c, d)]);
      }),
    declines: { 'streaming-io': ['S6'] },
  },
  {
    id: '80k',
    trap: 'the folder is another one when the second file is read',
    source: `
import { readFileSync } from 'node:fs';
export const place = { folder: '.' };
export async function both(a: string, b: string): Promise<string> {
  const first = readFileSync(\`\${place.folder}/\${a}\`, 'utf8');
  const second = readFileSync(\`\${place.folder}/\${b}\`, 'utf8');
  return first + second;
}
`,
    calls: () => [],
    scenario: (call, exports) =>
      inFolder(async (folder) => {
        const place = exports['place'] as { folder: string };
        place.folder = folder;
        const given = call('a', 'b');
        place.folder = join(folder, 'no', 'where');
        return given;
      }),
    declines: { 'streaming-io': ['S1', 'S6'] },
  },
  {
    id: '80l',
    trap: 'lines are added to a queue while those before them are written, and the queue is emptied then',
    source: `
import { appendFile } from 'node:fs/promises';
const queue: string[] = [];
export function log(line: string): void {
  queue.push(line);
}
export async function flush(file: string): Promise<void> {
  for (const line of queue) await appendFile(file, \`\${line}\\n\`);
  queue.length = 0;
}
`,
    calls: () => [],
    scenario: (call, exports) =>
      inFolder(async (folder) => {
        const log = exports['log'] as (line: string) => void;
        log('first');
        const written = call(join(folder, 'a'));
        log('second');
        await written;
        return call(join(folder, 'a'));
      }),
    declines: { 'streaming-io': ['S6'] },
  },
  {
    id: '80m',
    trap: 'the list of the caller gets another line while the first one is written, and is emptied then',
    source: `
import { appendFile } from 'node:fs/promises';
export async function drain(file: string, lines: string[]): Promise<void> {
  for (const line of lines) await appendFile(file, \`\${line}\\n\`);
  lines.length = 0;
}
`,
    calls: () => [],
    scenario: (call) =>
      inFolder(async (folder) => {
        const lines = ['first'];
        const written = call(join(folder, 'a'), lines);
        lines.push('second');
        await written;
        return lines;
      }),
    declines: { 'streaming-io': ['S6'] },
  },
  {
    id: '80n',
    trap: 'how many lines are wanted is not said',
    file: 'sample.js',
    source: `
import { readFileSync } from 'node:fs';
/**
 * @param {string} file
 * @param {number} count
 */
export function head(file, count) {
  return readFileSync(file, 'utf8').split('\\n').slice(0, count);
}
`,
    calls: () => [],
    scenario: (call) =>
      inFolder((folder) => {
        const file = join(folder, 'long');
        writeFileSync(file, `${'x'.repeat(70_000)}\ny\nz`);
        return [undefined, NaN, -1, 1, 5].map((count) => call(file, count));
      }),
  },
  {
    id: '80o',
    trap: 'a list of files has holes, which no round is begun for',
    source: `
import { readFile } from 'node:fs/promises';
export async function texts(files: readonly string[]): Promise<string[]> {
  return await Promise.all(files.map((file) => readFile(file, 'utf8')));
}
`,
    calls: () => [],
    scenario: (call) =>
      inFolder(async (folder) => {
        const files = ['a', 'b', 'c'].map((name) => join(folder, name));
        delete files[1];
        const found = (await call(files)) as readonly string[];
        return [...found.entries(), 1 in found];
      }),
  },
];
