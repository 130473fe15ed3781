// `npm run bench:io`: functions that read and write files, as they are, as the streaming strategy rewrites them, and as someone writes them who
// measures: time of a call and memory added by the first one, at three sizes, each variant in processes of its own. The largest file does
// not fit under the heap limit that its processes get, so that it shows who needs it whole. Before each process its file is thrown out of the
// system's cache (with `dd`, where there is one): the first call reads it cold, the others warm. Three minutes with --quick, a quarter of an
// hour without, several times that on a machine that others use.
//   --quick   smaller files, shorter processes, the original in one round only   --only <function>,<function>
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { transform } from 'esbuild';
import { applyEdits } from '../../src/engine/source/edits.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import { streamingIo } from '../../src/engine/strategies/streaming-io/streaming-io.ts';
import { writeLog, writeManyFiles, writeRecords } from './files.ts';
import { barsOf, headerOfTable, lineOfTable, type Row, shareOfByHand } from './table.ts';
import type { Given, VariantAnswer, VariantTask } from './variant-task.ts';

type Kind = 'log' | 'records' | 'many-files' | 'count' | 'texts' | 'rows';

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
  ['lengthsOf', 'many-files'],
  ['lengthsAtOnce', 'many-files'],
];

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
const megabyte = 1 << 20;
const sizes: Readonly<Record<Kind, readonly number[]>> = {
  log: values.quick ? [megabyte, 4 * megabyte, 32 * megabyte] : [megabyte, 64 * megabyte, 192 * megabyte],
  records: values.quick ? [megabyte, 4 * megabyte, 32 * megabyte] : [megabyte, 64 * megabyte, 192 * megabyte],
  texts: values.quick ? [100, 1000, 5000] : [100, 5000, 50_000],
  count: values.quick ? [100, 1000, 5000] : [100, 5000, 50_000],
  rows: values.quick ? [10, 100, 500] : [10, 500, 5000],
  'many-files': values.quick ? [10, 50, 200] : [10, 200, 2000],
};
/** Megabytes of heap at the largest size of a file: the lines of the whole file need more. */
const smallHeap = values.quick ? 16 : 96;
const rounds = 2;
/** More of them for the rewrite and the version by hand, where a row misses the bar: an interrupted process is no slow code. */
const furtherRounds = 6;
const forMs = values.quick ? 120 : 500;
/** What share of the speed of the version by hand is wanted. */
const bar = 0.9;

const root = process.cwd();
const folder = mkdtempSync(path.join(os.tmpdir(), 'speedlens-bench-io-'));
const processScript = fileURLToPath(new URL('./variant-process.mjs', import.meta.url));
const rewrites = ['rewritten', 'by-hand'] as const;
const variants = ['original', ...rewrites] as const;
const wrong: string[] = [];
const leaking: string[] = [];
/** Calls after which a rewrite may have left no file open, on files of a few pieces. */
const leakCalls = 1000;
const leakSize: Readonly<Record<Kind, number>> = {
  log: 200_000,
  records: 200_000,
  texts: 2000,
  count: 2000,
  rows: 200,
  'many-files': 10,
};
/** Rewrites that were asked so, by whether they wait. */
const asked = { blocking: [] as string[], waiting: [] as string[] };
const made = new Map<string, Given>();
const legend =
  "Times are of warm calls, the later half of them, their file in the system's cache; the first call is told apart, its file in no cache. 'Of by hand' compares the time of processors, for many files the time of a call. Memory is what the first call added to the peak of the process.";
const removeFiles = (): void => rmSync(folder, { recursive: true, force: true });
process.once('SIGINT', () => {
  removeFiles();
  process.exit(130);
});
try {
  process.stdout.write(`${machine()}\n\n${headerOfTable()}\n`);
  const rows = await allRows();
  process.stdout.write(`\n${legend}\n\n${barsOf(rows, bar)}`);
  process.stdout.write(
    `Files left open by ${leakCalls} calls of a rewrite: ${leaking.join(', ') || 'none'} (counted for ${asked.blocking.length} that block and ${asked.waiting.length} that wait: ${asked.waiting.join(', ')})\n`,
  );
  if (leaking.length > 0) process.exitCode = 1;
  if (wrong.length > 0) {
    process.stdout.write(`\nNot the same as the original: ${wrong.join(', ')}\n`);
    process.exitCode = 1;
  }
} finally {
  removeFiles();
}

async function allRows(): Promise<readonly Row[]> {
  const original = path.join(root, 'bench/io/subjects/subjects.ts');
  const byHand = path.join(root, 'bench/io/subjects/by-hand.ts');
  const projects = createProjects();
  const rows: Row[] = [];
  for (const [name, kind] of subjects) {
    if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
    const subject = openSubject({ file: original, select: { name } }, projects);
    const proposal = streamingIo.propose({
      subject,
      effects: analyzeEffects(subject),
      observed: [],
      hasSequence: false,
    });
    const modules = new Map([
      ['original', await moduleOf(subject.text, `${name}-original`)],
      ['by-hand', await moduleOf(readFileSync(byHand, 'utf8'), `${name}-by-hand`)],
    ]);
    if (proposal.kind === 'candidates') {
      const text = applyEdits(subject.text, proposal.candidates[0].files[0]?.edits ?? []);
      modules.set('rewritten', await moduleOf(text, `${name}-rewritten`));
    }
    for (const [index, size] of sizes[kind].entries()) {
      const isLargest = index === sizes[kind].length - 1;
      const heap = isLargest && (kind === 'log' || kind === 'records') ? smallHeap : undefined;
      const given = await givenFor(kind, size);
      const row = await measured(name, given, modules, {
        heap,
        ...(index === 0 ? { leaks: await givenFor(kind, leakSize[kind]) } : {}),
      });
      if (index === 0 && proposal.kind === 'candidates')
        asked[subject.listing.isAsync ? 'waiting' : 'blocking'].push(name);
      const told: Row = {
        ...row,
        name,
        size: shownSize(kind, size, heap),
        ...(proposal.kind === 'declined' ? { declined: proposal.reasons[0].message } : {}),
      };
      rows.push(told);
      process.stdout.write(`${lineOfTable(told)}\n`);
    }
  }
  return rows;
}

async function moduleOf(text: string, name: string): Promise<string> {
  const { code } = await transform(text, { loader: 'ts', format: 'esm', target: 'node20' });
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return file;
}

async function givenFor(kind: Kind, size: number): Promise<Given> {
  if (kind === 'count' || kind === 'texts' || kind === 'rows') return { kind, count: size };
  const name = `${kind}-${size}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const file = path.join(folder, name);
  const given: Given =
    kind === 'many-files' ? { kind: 'files', files: writeManyFiles(file, size) } : { kind: 'file', file };
  if (kind === 'log') writeLog(file, size);
  if (kind === 'records') writeRecords(file, size);
  made.set(name, given);
  return given;
}

/** Of each variant the best process: what a shared machine adds is never less than nothing. */
async function measured(
  name: string,
  given: Given,
  modules: ReadonlyMap<string, string>,
  { heap, leaks }: { readonly heap: number | undefined; readonly leaks?: Given },
): Promise<Pick<Row, 'times' | 'processorTimes' | 'coldTimes' | 'memory' | 'died'>> {
  const times = new Map<string, number>();
  const processorTimes = new Map<string, number>();
  const coldTimes = new Map<string, number>();
  const memory = new Map<string, number>();
  const died = new Set<string>();
  const digests = new Map<string, string>();
  const misses = (): boolean => shareOfByHand({ times, processorTimes }) < bar;
  for (let round = 0; round < rounds || (round < rounds + furtherRounds && misses()); round++) {
    for (const variant of round === 0 || (!values.quick && round < rounds) ? variants : rewrites) {
      const module = modules.get(variant);
      if (module === undefined || died.has(variant)) continue;
      const isCold = given.kind === 'file' && leaveCache(given.file);
      const forLeaks = round === 0 && variant === 'rewritten' ? leaks : undefined;
      const answer = await answerOf(module, name, given, { heap, leaks: forLeaks });
      if (answer === undefined) {
        died.add(variant);
        continue;
      }
      keepLeast(times, variant, warmTime(answer.timesMs));
      if (given.kind !== 'files') keepLeast(processorTimes, variant, warmTime(answer.processorMs));
      keepLeast(memory, variant, answer.addedBytes);
      if ((answer.leaked ?? 0) > 0) leaking.push(`${answer.leaked} by ${name}`);
      const first = answer.timesMs[0] ?? Number.NaN;
      if (isCold) keepLeast(coldTimes, variant, first);
      digests.set(variant, answer.digest);
    }
  }
  const expected = digests.get('original') ?? digests.get('by-hand');
  for (const [variant, digest] of digests) if (digest !== expected) wrong.push(`${variant} ${name}`);
  return { times, processorTimes, coldTimes, memory, died };
}

/** False where the system has no way to do that. */
function leaveCache(file: string): boolean {
  try {
    execFileSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none']);
    return true;
  } catch {
    return false;
  }
}

/** Undefined when the process ran out of memory. Anything else that goes wrong is a bug of the benchmark and throws. */
async function answerOf(
  module: string,
  name: string,
  given: Given,
  { heap, leaks }: { readonly heap: number | undefined; readonly leaks: Given | undefined },
): Promise<VariantAnswer | undefined> {
  const writes = path.join(folder, 'written', 'file.txt');
  const isWriter = given.kind !== 'file' && given.kind !== 'files';
  mkdirSync(path.dirname(writes), { recursive: true });
  const task: VariantTask = {
    module,
    name,
    given,
    calls: 3000,
    forMs,
    ...(isWriter ? { writes } : {}),
    ...(leaks === undefined ? {} : { leaks: { calls: leakCalls, given: leaks } }),
  };
  const flags = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  try {
    // Two thousand file names are too long for an argument.
    writeFileSync(path.join(folder, 'task.json'), JSON.stringify(task));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...flags, processScript, path.join(folder, 'task.json')],
      {
        maxBuffer: 1 << 24,
      },
    );
    return JSON.parse(stdout) as VariantAnswer;
  } catch (error) {
    const said = String((error as { readonly stderr?: unknown }).stderr ?? '');
    if (/heap out of memory|Cannot create a string longer/.test(said)) return undefined;
    throw error;
  }
}

function shownSize(kind: Kind, size: number, heap: number | undefined): string {
  if (kind !== 'log' && kind !== 'records')
    return `${size} ${kind === 'many-files' ? 'files' : kind === 'rows' ? 'rows' : 'pieces'}`;
  return `${size / megabyte} MB${heap === undefined ? '' : `, heap of ${heap} MB`}`;
}

/** A low percentile of the later calls, whose code is compiled by then: a call that was interrupted says nothing of the code. */
function warmTime(times: readonly number[]): number {
  return quantile(times.slice(Math.floor(times.length / 2)), 0.2);
}

function keepLeast(times: Map<string, number>, variant: string, time: number): void {
  times.set(variant, Math.min(time, times.get(variant) ?? Number.POSITIVE_INFINITY));
}

function machine(): string {
  const load = os.loadavg()[0]?.toFixed(2) ?? '?';
  return `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? process.arch}, ${os.availableParallelism()} cores, load ${load}`;
}
