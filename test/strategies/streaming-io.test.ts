// The streaming strategy on its fixtures, and what the rewritten appends leave on disk, also when something throws in the middle.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { streamingIo } from '../../src/engine/strategies/streaming-io/streaming-io.ts';
import { editedText, proposeOn, subjectOf, testFixtures } from '../support/check-strategy.ts';
import { executeSource } from '../support/execute-source.ts';

testFixtures(streamingIo);

const folder = mkdtempSync(join(tmpdir(), 'speedlens-streaming-'));
afterAll(() => rmSync(folder, { recursive: true }));

const journal = `import { appendFileSync } from 'node:fs';
export function addAll(file: string, records: readonly (string | null)[]): void {
  for (const record of records) {
    if (record === null) throw new RangeError('no record');
    appendFileSync(file, \`\${String(record).padStart(3, '.')}\\n\`);
  }
}
`;

/** What each version does and leaves in the file. */
async function bothVersions(text: string, records: readonly unknown[], file = 'journal', there?: string) {
  const subject = subjectOf(text);
  const proposal = proposeOn(streamingIo, subject);
  if (proposal.kind === 'declined') throw new Error(proposal.reasons[0].message);
  const versions = [subject.text, editedText(subject, proposal.candidates[0])];
  const seen = [];
  for (const version of versions) {
    const place = mkdtempSync(join(folder, 'run-'));
    if (there !== undefined) writeFileSync(join(place, file), there);
    const loaded = await executeSource(subject, version);
    let ending: unknown = 'returned';
    try {
      await loaded.call(undefined, [join(place, file), records]);
    } catch (error) {
      ending = error instanceof Error ? error.message.replaceAll(place, '') : error;
    }
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
    const isFile = (name: string): boolean => statSync(join(place, name)).isFile();
    const files = names.filter(isFile).map((name) => [name, readFileSync(join(place, name), 'utf8')]);
    seen.push({ ending, files });
  }
  return seen;
}

test.each<[string, readonly unknown[]]>([
  ['all pieces in order', ['a', 'b', 'c']],
  ['no file without a piece', []],
  ['pieces larger than what is collected', ['x'.repeat(70_000), 'y', 'z'.repeat(200_000), 'end']],
  ['what came before an error', ['a', 'b', null, 'c']],
  ['nothing before an error in the first round', [null]],
  ['many pieces', Array.from({ length: 20_000 }, (_, i) => `record ${i}`)],
])('the same file as the original: %s', async (_what, records) => {
  const [original, rewritten] = await bothVersions(journal, records);
  expect(rewritten).toEqual(original);
});

const awaitedJournal = `import { appendFile } from 'node:fs/promises';
export async function addAll(file: string, records: readonly (string | null)[]): Promise<number> {
  let count = 0;
  for (const record of records) {
    if (record === null) throw new RangeError('no record');
    await appendFile(file, \`\${String(record).padStart(3, '.')}\\n\`);
    count++;
  }
  return count;
}
`;

test.each<[string, readonly unknown[], string?]>([
  ['all pieces in order', ['a', 'b', 'c']],
  ['no file without a piece', []],
  ['pieces larger than what is collected', ['x'.repeat(70_000), 'y', 'z'.repeat(200_000), 'end']],
  ['what came before an error', ['a', 'b', null, 'c']],
  ['what came before an error in a later piece', ['x'.repeat(70_000), 'b', null, 'c']],
  ['nothing before an error in the first round', [null]],
  ['the error where nothing can be written', ['a', null], 'no/such/folder'],
  ['the error of a folder in place of a file', ['a', null], '.'],
  ['the error of the first of many pieces', ['x'.repeat(70_000), 'y'.repeat(70_000)], 'no/such/folder'],
])('awaited appends through one handle leave the same file as the original: %s', async (_what, records, file) => {
  const [original, rewritten] = await bothVersions(awaitedJournal, records, file);
  expect(original?.ending).not.toBeUndefined();
  expect(rewritten).toEqual(original);
});

test.each<[string, readonly unknown[]]>([
  ['all of them', ['{"id":1,"at":null}', '{"id":2,"toJSON":3}', '[1,"\\ud800"]']],
  ['those before one that is no JSON', ['{"id":1}', '{"id":', '{"id":3}']],
  ['those before one that has no members', ['{"id":1}', 'null', '{"id":3}']],
])('records that were parsed are written as by the original: %s', async (_what, records) => {
  const text = `import { appendFileSync } from 'node:fs';
export function copyAll(file: string, lines: readonly string[]): void {
  for (const line of lines) {
    const record = JSON.parse(line);
    record.seen = lines.length;
    appendFileSync(file, JSON.stringify(record) + '\\n');
  }
}
`;
  const [original, rewritten] = await bothVersions(text, records);
  expect(original?.files).toHaveLength(1);
  expect(rewritten).toEqual(original);
});

test.each([
  ['appends', journal],
  ['awaited appends', awaitedJournal],
])('%s add to what is there', async (_what, text) => {
  const [original, rewritten] = await bothVersions(text, ['a', 'b'], 'journal', 'there before\n');
  expect(original?.files).toEqual([['journal', 'there before\n..a\n..b\n']]);
  expect(rewritten).toEqual(original);
});

const table = `import { appendFileSync } from 'node:fs';
export function writeTable(file: string, rows: readonly (readonly number[])[]): void {
  for (const row of rows) {
    appendFileSync(file, 'row: ');
    for (const cell of row) appendFileSync(file, \`\${cell.toFixed(1)};\`);
    appendFileSync(file, '\\n');
  }
}
`;

test.each<[string, readonly unknown[]]>([
  ['all cells in order', [[1, 2], [], [3, 4]]],
  ['what came before an error between two appends', [[1, 2], [3, null, 4], [5]]],
  ['more than is collected', Array.from({ length: 3000 }, (_, i) => [i, i * i, -i])],
])('several appends leave the same file as the original: %s', async (_what, rows) => {
  const [original, rewritten] = await bothVersions(table, rows);
  expect(original?.files).toHaveLength(1);
  expect(rewritten).toEqual(original);
});

const groups = `import { appendFileSync } from 'node:fs';
export function addAll(file: string, groups: readonly (readonly string[])[]): void {
  groups.forEach((group) => {
    appendFileSync(file, 'group:\\n');
    group.forEach((record) => appendFileSync(file, \`- \${record.trim()}\\n\`));
  });
}
`;

test.each<[string, readonly unknown[]]>([
  ['all pieces in order', [['a', 'b'], [], ['c']]],
  ['what came before an error', [['a', 'b', null, 'c'], ['d']]],
  ['pieces larger than what is collected', Array.from({ length: 40 }, (_, i) => [`${i}`.repeat(9000), 'x'])],
  // biome-ignore lint/suspicious/noSparseArray: `forEach` leaves out what is not there.
  ['without what is missing', [['a'], , ['b']]],
])('appends in forEach leave the same file as the original: %s', async (_what, lists) => {
  const [original, rewritten] = await bothVersions(groups, lists);
  expect(original?.files).toHaveLength(1);
  expect(rewritten).toEqual(original);
});

const saved = `import { closeSync, openSync, writeSync } from 'node:fs';
export function save(file: string, records: readonly string[]): number {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, 'head\\n');
    for (const record of records) writeSync(descriptor, \`\${record.trim()}\\n\`);
    writeSync(descriptor, 'foot\\n');
  } finally {
    closeSync(descriptor);
  }
  return records.length;
}
`;

test.each<[string, readonly unknown[]]>([
  ['what stands before and behind the loop', ['a', 'b']],
  ['what came before an error', ['a', null, 'b']],
  ['pieces larger than what is collected', ['x'.repeat(70_000), 'y', 'z'.repeat(200_000), 'end']],
])('writes to a descriptor leave the same file as the original: %s', async (_what, records) => {
  const [original, rewritten] = await bothVersions(saved, records);
  expect(original?.files).toHaveLength(1);
  expect(rewritten).toEqual(original);
});

test('the same error as the original where nothing can be written', async () => {
  const [original, rewritten] = await bothVersions(journal, ['a', null], 'no/such/folder');
  expect(original?.ending).toMatch(/ENOENT/);
  expect(rewritten).toEqual(original);
});

const saving = `import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
export async function save(file: string, records: readonly string[]): Promise<void> {
  const text = records.map((record) => record.trim()).join('\\n');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { encoding: 'utf8' });
}
`;

test.each<[string, readonly unknown[], string, readonly string[], string?]>([
  ['in place of what was there', ['a', ' b'], 'saved', ['a\nb'], 'longer than what comes now'],
  ['where there was no folder', ['a'], 'no/such/folder', ['a']],
  ['nothing before an error', ['a', null], 'saved', ['what was there'], 'what was there'],
  ['nothing where a folder is', ['a'], '.', []],
])('writes that are waited for leave the same file as the original: %s', async (_what, records, file, left, there) => {
  const [original, rewritten] = await bothVersions(saving, records, file, there);
  expect(original?.files.map(([, text]) => text)).toEqual(left);
  expect(rewritten).toEqual(original);
});

const leavers: readonly (readonly [string, string])[] = [
  [
    'a loop that returns',
    `import { readFileSync } from 'node:fs';
export function first(file: string): string | undefined {
  for (const line of readFileSync(file, 'utf8').split('\\n')) if (line.startsWith('ERROR')) return line;
  return undefined;
}`,
  ],
  [
    'a loop that throws',
    `import { readFileSync } from 'node:fs';
export function first(file: string): void {
  for (const line of readFileSync(file, 'utf8').split('\\n')) if (line.startsWith('ERROR')) throw new Error(line);
}`,
  ],
  [
    'a chain whose function throws',
    `import { readFileSync } from 'node:fs';
export function values(file: string): unknown[] {
  return readFileSync(file, 'utf8').split('\\n').map((line) => JSON.parse(line) as unknown);
}`,
  ],
  [
    'a question that is answered early',
    `import { readFileSync } from 'node:fs';
export function hasErrors(file: string): boolean {
  return readFileSync(file, 'utf8').split('\\n').some((line) => line.startsWith('ERROR'));
}`,
  ],
  [
    'an awaited loop that returns',
    `import { readFile } from 'node:fs/promises';
export async function first(file: string): Promise<string | undefined> {
  for (const line of (await readFile(file, 'utf8')).split('\\n')) if (line.startsWith('ERROR')) return line;
  return undefined;
}`,
  ],
  [
    'an awaited chain whose function throws',
    `import { readFile } from 'node:fs/promises';
export async function values(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\\n').map((line) => JSON.parse(line) as unknown);
}`,
  ],
];

test.runIf(process.platform === 'linux').each(leavers)('files are closed by %s', async (_what, text) => {
  const subject = subjectOf(text);
  const proposal = proposeOn(streamingIo, subject);
  if (proposal.kind === 'declined') throw new Error(proposal.reasons[0].message);
  const { call } = await executeSource(subject, editedText(subject, proposal.candidates[0]));
  // Longer than a piece, so that the loop is left while there is more to read.
  const file = join(folder, 'long');
  writeFileSync(file, 'ERROR line\n'.repeat(20_000));
  const openFiles = () => readdirSync('/proc/self/fd').length;
  const run = () => Promise.resolve().then(() => call(undefined, [file]));
  await run().catch(() => undefined);
  const before = openFiles();
  for (let i = 0; i < 1000; i++) await run().catch(() => undefined);
  // Streams close their files a moment after their reader has left.
  await vi.waitUntil(() => openFiles() <= before + 2, { timeout: 20_000 });
});

test.runIf(process.platform === 'linux').each<[string, readonly unknown[]]>([
  ['end', ['x'.repeat(70_000), 'y']],
  ['throw in the middle', ['x'.repeat(70_000), 'y', null]],
])('a file is closed by awaited appends that %s', async (_what, records) => {
  const subject = subjectOf(awaitedJournal);
  const proposal = proposeOn(streamingIo, subject);
  if (proposal.kind === 'declined') throw new Error(proposal.reasons[0].message);
  const { call } = await executeSource(subject, editedText(subject, proposal.candidates[0]));
  const file = join(folder, 'appended');
  const openFiles = () => readdirSync('/proc/self/fd').length;
  const before = openFiles();
  for (let i = 0; i < 1000; i++) {
    rmSync(file, { force: true });
    await Promise.resolve(call(undefined, [file, records])).catch(() => undefined);
  }
  expect(readFileSync(file, 'utf8')).toMatch(/^x+\n\.\.y\n$/);
  await vi.waitUntil(() => openFiles() <= before + 2, { timeout: 20_000 });
});
