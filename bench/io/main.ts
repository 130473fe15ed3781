// `npm run bench:io`: functions that read and write files, as they are, as the streaming strategy rewrites them, and as someone writes them who
// measures: time of a call and memory added by the first one, at three sizes, each variant in processes of its own, by turns. The largest file does
// not fit under the heap limit that its processes get, so that it shows who needs it whole. Before each process its file is thrown out of the
// system's cache (with `dd`, where there is one): the first call reads it cold, the others warm. Every process is a line of the raw data, from which
// the tables are made (table.ts). Four minutes with --quick, twenty without, twice that on a machine that others use.
//   --quick   smaller files, shorter processes, the original in one round only   --only <function>,<function>   --raw <file>
//   --tables <file>   nothing but the tables of raw data
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { transform } from 'esbuild';
import { applyEdits } from '../../src/engine/source/edits.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { streamingIo } from '../../src/engine/strategies/streaming-io/streaming-io.ts';
import { LARGE_FILE, writeLog, writeManyFiles, writeRecords } from './files.ts';
import { runProcess } from './run-process.ts';
import { headerOfTable, isOpen, lineOfTable, rowsOf, tablesOf } from './table.ts';
import type { Kept, Trial, Variant } from './trial.ts';
import type { Given } from './variant-task.ts';

type Kind = 'log' | 'records' | 'many-files' | 'large-files' | 'count' | 'texts' | 'rows';

const subjects: readonly (readonly [string, Kind])[] = [
  ['countErrors', 'log'],
  ['countMethods', 'log'],
  ['sumDurations', 'log'],
  ['longestLine', 'log'],
  ['firstDelete', 'log'],
  ['countErrorsAsync', 'log'],
  ['countPaths', 'log'],
  ['totalOfGets', 'log'],
  ['failedDurations', 'log'],
  ['hasDelete', 'log'],
  ['bytesBelowHeader', 'log'],
  ['firstWords', 'log'],
  ['linesOfText', 'log'],
  ['sortedLines', 'log'],
  ['totalOfRecords', 'records'],
  ['writeJournal', 'texts'],
  ['writeJournalAsync', 'texts'],
  ['writeSquares', 'count'],
  ['writeTable', 'rows'],
  ['writeReport', 'rows'],
  ['lengthsOf', 'many-files'],
  ['lengthsAtOnce', 'many-files'],
  ['wordsAtOnce', 'large-files'],
];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    raw: { type: 'string' },
    tables: { type: 'string' },
  },
});
const megabyte = 1 << 20;
const sizes: Readonly<Record<Kind, readonly number[]>> = {
  log: values.quick ? [megabyte, 4 * megabyte, 32 * megabyte] : [megabyte, 64 * megabyte, 192 * megabyte],
  records: values.quick ? [megabyte, 4 * megabyte, 32 * megabyte] : [megabyte, 64 * megabyte, 192 * megabyte],
  texts: values.quick ? [100, 1000, 5000] : [100, 5000, 50_000],
  count: values.quick ? [100, 1000, 5000] : [100, 5000, 50_000],
  rows: values.quick ? [10, 100, 500] : [10, 500, 5000],
  'many-files': values.quick ? [10, 50, 200] : [10, 200, 2000],
  'large-files': values.quick ? [2, 8, 16] : [2, 16, 64],
};
/** Megabytes of heap at the largest size of a file: the lines of the whole file need more. */
const smallHeap = values.quick ? 16 : 96;
/** Of the original. */
const rounds = 2;
/**
 * The rewrite and the version by hand run one after the other, so often, and after that until their pairs tell on which side of the bar they are.
 * That is asked only so often: whoever asks after each pair and stops at the first yes hears it too often.
 */
const looks = [4, 8, 14];
const forMs = values.quick ? 120 : 500;
/** So many calls at least, of which the later half counts: the first ones compile. */
const leastCalls = 4;
/** An original whose call takes longer is looked at once. */
const longMs = 3000;
/** Calls after which a rewrite may have left no file open, on files of a few pieces. */
const leakSize: Readonly<Record<Kind, number>> = {
  log: 200_000,
  records: 200_000,
  texts: 2000,
  count: 2000,
  rows: 200,
  'many-files': 10,
  'large-files': 1,
};

/** Files that were made for the run, by name. */
const made = new Map<string, Given>();

if (values.tables === undefined) await run();
else process.stdout.write(tablesOf(keptIn(values.tables)));

function keptIn(file: string): readonly Kept[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Kept);
}

async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'speedlens-bench-io-'));
  const removeFiles = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('SIGINT', () => {
    removeFiles();
    process.exit(130);
  });
  const all: Kept[] = [];
  const wrong: string[] = [];
  const keep = (one: Kept): void => {
    all.push(one);
    if (values.raw !== undefined) appendFileSync(values.raw, `${JSON.stringify(one)}\n`);
  };
  try {
    if (values.raw !== undefined) writeFileSync(values.raw, '');
    keep({ machine: machine() });
    process.stdout.write(`${machine()}\n\n${headerOfTable()}\n`);
    const projects = createProjects();
    for (const [name, kind] of subjects) {
      if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
      const subject = openSubject({ file: path.resolve('bench/io/subjects/subjects.ts'), select: { name } }, projects);
      wrong.push(...(await measureSubject(name, kind, subject, folder, keep)));
      const rows = rowsOf(all.filter((one) => 'name' in one && one.name === name));
      for (const row of rows) process.stdout.write(`${lineOfTable(row)}\n`);
    }
    const tables = tablesOf(all);
    process.stdout.write(tables.slice(tables.indexOf('\n\n') + 1));
  } finally {
    removeFiles();
  }
  if (wrong.length > 0) process.stdout.write(`\nNot the same as the original: ${wrong.join(', ')}\n`);
  const leaks = all.some((one) => 'variant' in one && (one.leaked ?? 0) > 0);
  if (wrong.length > 0 || leaks) process.exitCode = 1;
}

/** What gave something else than the original. */
async function measureSubject(
  name: string,
  kind: Kind,
  subject: Subject,
  folder: string,
  keep: (one: Kept) => void,
): Promise<readonly string[]> {
  const context = { subject, effects: analyzeEffects(subject), observed: [], hasSequence: false };
  const proposal = streamingIo.propose(context);
  const byHand = readFileSync(path.resolve('bench/io/subjects/by-hand.ts'), 'utf8');
  const modules = new Map<Variant, string>([
    ['original', await moduleOf(subject.text, path.join(folder, `${name}-original.mjs`))],
    ['by-hand', await moduleOf(byHand, path.join(folder, `${name}-by-hand.mjs`))],
  ]);
  if (proposal.kind === 'candidates') {
    const text = applyEdits(subject.text, proposal.candidates[0].files[0]?.edits ?? []);
    modules.set('rewritten', await moduleOf(text, path.join(folder, `${name}-rewritten.mjs`)));
  } else keep({ name, declined: proposal.reasons[0].message });
  const wrong: string[] = [];
  for (const [index, size] of sizes[kind].entries()) {
    const isLargest = index === sizes[kind].length - 1;
    const heap = isLargest && (kind === 'log' || kind === 'records') ? smallHeap : undefined;
    wrong.push(...(await measureSize({ name, kind, size, heap, modules, folder, countsLeaks: index === 0 }, keep)));
  }
  return wrong;
}

interface AtSize {
  readonly name: string;
  readonly kind: Kind;
  readonly size: number;
  readonly heap: number | undefined;
  readonly modules: ReadonlyMap<Variant, string>;
  readonly folder: string;
  readonly countsLeaks: boolean;
}

async function measureSize(at: AtSize, keep: (one: Kept) => void): Promise<readonly string[]> {
  const { name, kind, heap, modules, folder } = at;
  const given = givenFor(kind, at.size, folder);
  const trials: Trial[] = [];
  const digests = new Map<Variant, string>();
  const isDone = (variant: Variant, round: number): boolean => {
    const own = trials.filter((trial) => trial.variant === variant);
    if (own.some(({ died }) => died)) return true;
    if (!modules.has('rewritten') && round >= rounds) return true;
    return variant === 'original' && round > 0 && (values.quick || round >= rounds || (own[0]?.timeMs ?? 0) > longMs);
  };
  for (let round = 0; round < (looks.at(-1) ?? 0); round++) {
    if (looks.includes(round) && !isOpen(trials)) break;
    // The other way round in every second one: what comes later may find the machine warmer.
    for (const variant of round % 2 === 0 ? [...modules.keys()] : [...modules.keys()].reverse()) {
      const module = modules.get(variant);
      if (module === undefined || isDone(variant, round)) continue;
      const leaks = at.countsLeaks && round === 0 && variant === 'rewritten';
      const { digest, ...measured } = await runProcess({
        folder,
        module,
        name,
        given,
        heap,
        forMs,
        leastCalls,
        leaksOn: leaks ? givenFor(kind, leakSize[kind], folder) : undefined,
      });
      const trial: Trial = { name, size: shownSize(kind, at.size, heap), variant, ...measured };
      trials.push(trial);
      keep(trial);
      if (digest !== undefined) digests.set(variant, digest);
    }
  }
  const expected = digests.get('original') ?? digests.get('by-hand');
  return [...digests].filter(([, digest]) => digest !== expected).map(([variant]) => `${variant} ${name}`);
}

async function moduleOf(text: string, file: string): Promise<string> {
  const { code } = await transform(text, { loader: 'ts', format: 'esm', target: 'node20' });
  writeFileSync(file, code);
  return file;
}

function givenFor(kind: Kind, size: number, folder: string): Given {
  if (kind === 'count' || kind === 'texts' || kind === 'rows') return { kind, count: size };
  const file = path.join(folder, `${kind}-${size}`);
  const known = made.get(file);
  if (known !== undefined) return known;
  const given: Given =
    kind === 'many-files'
      ? { kind: 'files', files: writeManyFiles(file, size) }
      : kind === 'large-files'
        ? { kind: 'files', files: writeManyFiles(file, size, LARGE_FILE) }
        : { kind: 'file', file };
  if (kind === 'log') writeLog(file, size);
  if (kind === 'records') writeRecords(file, size);
  made.set(file, given);
  return given;
}

function shownSize(kind: Kind, size: number, heap: number | undefined): string {
  if (kind === 'log' || kind === 'records')
    return `${size / megabyte} MB${heap === undefined ? '' : `, heap of ${heap} MB`}`;
  if (kind === 'large-files') return `${size} files of 1 MB`;
  return `${size} ${kind === 'many-files' ? 'files' : kind === 'rows' ? 'rows' : 'pieces'}`;
}

function machine(): string {
  const load = os.loadavg()[0]?.toFixed(2) ?? '?';
  return `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? process.arch}, ${os.availableParallelism()} cores, load ${load}`;
}
