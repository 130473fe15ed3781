// `npm run bench:measurement`: what the figures of Speedlens are worth, in one run beside tinybench, mitata and Vitest bench. Writes every trial as
// a line of JSON and prints the tables made from them (tables.ts). With --only parts of it, with --tables nothing but the tables of a file.
//   --only same-code,accuracy,slow-down,whole-run,budget,processes   --trials <n>   --raw <file>   --tables <file>   --quick   --engines <others beside ours>   --sizes <of accuracy>
import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import { sampledProcess } from './processes.ts';
import { identical, runProduct, slowed, slowedAllocation } from './product.ts';
import { readsAsDifference, rivalTimes, vitestTimes } from './rivals.ts';
import { tablesOf } from './tables.ts';
import type { Trial } from './trial.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    trials: { type: 'string' },
    raw: { type: 'string' },
    tables: { type: 'string' },
    engines: { type: 'string', default: 'tinybench,mitata,vitest' },
    sizes: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const root = process.cwd();
const subjectsFile = path.join(root, 'bench/measurement/subjects/subjects.ts');
const raw = path.resolve(values.raw ?? `out/bench-measurement-${Date.now()}.jsonl`);
const sections = values.only?.split(',') ?? ['same-code', 'accuracy', 'slow-down', 'whole-run', 'budget'];
const trials: Trial[] = [];

/** The kinds of code of the A/A trials, each at several sizes. */
const pairs: readonly (readonly [string, number])[] = [
  ['clamp', 1],
  ['spin', 10],
  ['spin', 20_000],
  ['spinAsync', 20_000],
  ['hash', 20],
  ['hash', 2000],
  ['group', 100],
  ['group', 5000],
  ['sorted', 1000],
  ['squaresOfEven', 100],
  ['squaresOfEven', 20_000],
  ['parsed', 500],
  ['sum', 100_000],
  ['editDistance', 60],
];

if (values.tables !== undefined) {
  process.stdout.write(tablesOf(readTrials(values.tables)));
} else {
  mkdirSync(path.dirname(raw), { recursive: true });
  writeFileSync(raw, '');
  process.stderr.write(`${machine()}\nEvery trial is kept in ${raw}\n`);
  if (sections.includes('same-code')) await sameCode(Number(values.trials ?? (values.quick ? 14 : 112)));
  if (sections.includes('accuracy')) await accuracy();
  if (sections.includes('slow-down')) await slowDown(Number(values.trials ?? (values.quick ? 3 : 10)));
  if (sections.includes('whole-run')) await wholeRuns(Number(values.trials ?? (values.quick ? 1 : 3)));
  if (sections.includes('budget')) await budget();
  if (sections.includes('processes')) await processes(Number(values.trials ?? (values.quick ? 10 : 40)));
  process.stdout.write(`${machine()}\n\n${tablesOf(trials)}`);
}

async function sameCode(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const [subject, size] = pairs[i % pairs.length] ?? ['spin', 1];
    const budgetMs = i % 2 === Math.floor(i / pairs.length) % 2 ? 4000 : 6000;
    const { report } = await runProduct(subjectsFile, subject, identical, { budgetMs, seed: 1000 + i, sizes: [size] });
    const [result] = report.results;
    if (result === undefined) throw new Error('no verdict');
    keep({
      kind: 'same-code',
      engine: 'speedlens',
      subject: `${subject} ${size}`,
      claimed: result.verdict === 'faster' || result.verdict === 'slower',
      ratio: result.measured?.speedup[0]?.ratio.value ?? null,
      verdict: result.verdict,
      budgetMs,
      sameCodeDifference: report.noise.sameCodeDifference,
    });
    // Other engines take turns with ours, so that all see the same machine; fewer of them, each is slow.
    if (i % 4 !== Math.floor(i / pairs.length) % 4) continue;
    for (const engine of ['tinybench', 'mitata', 'vitest'] as const) {
      if (!values.engines.split(',').includes(engine)) continue;
      const times =
        engine === 'vitest' ? await vitestTimes(subject, size, root) : await rivalTimes(engine, subject, size, 2, i);
      const [first, second] = times;
      keep({
        kind: 'same-code',
        engine,
        subject: `${subject} ${size}`,
        claimed: readsAsDifference(times),
        ratio: first === undefined || second === undefined ? null : first.mean / second.mean,
      });
    }
  }
}

async function accuracy(): Promise<void> {
  const sizes = [1, 5, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 400_000_000];
  const chosen = values.sizes?.split(',').map(Number) ?? (values.quick ? sizes.slice(0, 6) : sizes);
  for (const size of chosen) {
    for (const subject of ['spin', 'spinAsync'] as const) {
      const truths: number[] = [];
      const truth = async (): Promise<void> => {
        truths.push(await trueNs(subject, size));
      };
      await truth();
      const budgetMs = size >= 100_000_000 ? 40_000 : 10_000;
      const { report } = await runProduct(subjectsFile, subject, undefined, { budgetMs, seed: 7, sizes: [size] });
      await truth();
      const [measured] = report.baseline.perCase;
      const rivals = new Map<'tinybench' | 'mitata', number>();
      for (const engine of ['tinybench', 'mitata'] as const) {
        const [one] = await rivalTimes(engine, subject, size, 1, 7);
        if (one !== undefined) rivals.set(engine, one.mean);
      }
      await truth();
      const truthNs = Math.min(...truths);
      const truthSpread = Math.max(...truths) / truthNs - 1;
      const isBelowFloor = measured === undefined || measured.belowFloor === true;
      keep({
        kind: 'accuracy',
        engine: 'speedlens',
        subject,
        size,
        truthNs,
        truthSpread,
        measuredNs: isBelowFloor ? null : measured.time.value,
        ...(isBelowFloor ? {} : { lowNs: measured.time.low, highNs: measured.time.high }),
        ...(measured?.boundsOnly === true ? { boundsOnly: true as const } : {}),
      });
      for (const [engine, measuredNs] of rivals)
        keep({ kind: 'accuracy', engine, subject, size, truthNs, truthSpread, measuredNs });
    }
  }
}

async function slowDown(count: number): Promise<void> {
  // Arithmetic is the kindest case; code that allocates is noisy by itself.
  const spin = { subject: 'spin', size: 20_000, rewriting: slowed } as const;
  const group = { subject: 'group', size: 1000, rewriting: slowedAllocation } as const;
  const wanted = [
    { ...spin, budgetMs: 5000, percents: [5, 10] },
    { ...spin, budgetMs: 10_000, percents: [3, 5] },
    { ...spin, budgetMs: 20_000, percents: [3] },
    { ...group, budgetMs: 10_000, percents: [10] },
    { ...group, budgetMs: 20_000, percents: [5] },
  ];
  for (let i = 0; i < count; i++) {
    for (const { subject, size, rewriting, budgetMs, percents } of wanted) {
      for (const percent of percents) {
        const { report, elapsedMs } = await runProduct(subjectsFile, subject, rewriting(percent), {
          budgetMs,
          seed: 5000 + i,
          sizes: [size],
        });
        const [result] = report.results;
        if (result === undefined) throw new Error('no verdict');
        const ratio = result.measured?.speedup[0]?.ratio;
        keep({
          kind: 'slow-down',
          subject,
          percent,
          budgetMs,
          detected: result.verdict === 'slower',
          verdict: `${result.verdict}${result.verdict === 'withheld' ? ` ${result.reasons[0]?.code ?? ''}` : ''}`,
          ratio: ratio?.value ?? null,
          low: ratio?.low ?? null,
          high: ratio?.high ?? null,
          sameCodeDifference: report.noise.sameCodeDifference,
          elapsedMs,
        });
      }
    }
  }
}

async function wholeRuns(count: number): Promise<void> {
  const examples = [
    ['matrix.ts', 'matmul'],
    ['edit-distance.ts', 'editDistance'],
    ['squares.ts', 'squares'],
    ['range-sum.ts', 'rangeSum'],
    ['sieve.ts', 'primesUpTo'],
    ['orders.ts', 'invoices'],
  ] as const;
  const run = (file: string, name: string, budgetMs: number, seed: number) =>
    runProduct(path.join(root, 'examples', file), name, 'all-strategies', { budgetMs, seed });
  // TypeScript and the project are read once in an engine.
  await run(...examples[0], 1000, 1);
  for (let i = 0; i < count; i++) {
    for (const [file, subject] of examples) {
      const budgetMs = 15_000;
      const { report, elapsedMs, firstAnswerMs, firstVerdictMs } = await run(file, subject, budgetMs, 7000 + i);
      keep({
        kind: 'whole-run',
        subject,
        budgetMs,
        elapsedMs,
        firstAnswerMs: firstAnswerMs ?? null,
        firstVerdictMs: firstVerdictMs ?? null,
        verdicts: report.results
          .filter(({ measured }) => measured !== undefined)
          .map(({ strategy, verdict }) => `${strategy}: ${verdict}`),
      });
    }
  }
}

async function budget(): Promise<void> {
  for (const budgetMs of [5000, 10_000, 15_000]) {
    for (const [subject, size] of [
      ['editDistance', 60],
      ['spin', 20_000],
      ['group', 5000],
    ] as const) {
      const run = await runProduct(subjectsFile, subject, identical, { budgetMs, seed: 3, sizes: [size] });
      const { elapsedMs, measuringFromMs, timedMs, processes } = run;
      const firstVerdictMs = run.firstVerdictMs ?? null;
      keep({ kind: 'budget', subject, budgetMs, elapsedMs, firstVerdictMs, measuringFromMs, timedMs, processes });
    }
  }
}

/** Single processes of the protocol: how far apart they lie, by the summary that is taken of each. */
async function processes(count: number): Promise<void> {
  const runs = await Promise.all(pairs.map(([subject, size]) => sampledProcess(subjectsFile, subject, size)));
  try {
    for (let i = 0; i < count; i++) {
      for (const timedMs of [60]) {
        for (const [index, [subject, size]] of pairs.entries()) {
          const answer = await runs[index]?.sample(timedMs);
          if (answer === undefined) continue;
          const at = (fraction: number): number => quantile(answer.samples, fraction);
          keep({
            kind: 'process',
            subject: `${subject} ${size}`,
            timedMs,
            low5: at(0.05),
            low10: at(0.1),
            low25: at(0.25),
            median: at(0.5),
            mean: answer.samples.reduce((sum, sample) => sum + sample, 0) / answer.samples.length,
            beforeNs: answer.facts?.emptyCalls.beforeNs ?? 0,
            afterNs: answer.facts?.emptyCalls.afterNs ?? 0,
            yardstickNs: answer.facts?.yardstickNs ?? 0,
            steady: answer.steady,
          });
        }
      }
    }
  } finally {
    await Promise.all(runs.map((run) => run.dispose()));
  }
}

async function trueNs(subject: string, size: number): Promise<number> {
  const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'truth-process.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, subject, String(size), '0.7']);
  return JSON.parse(stdout) as number;
}

function keep(trial: Trial): void {
  trials.push(trial);
  appendFileSync(raw, `${JSON.stringify(trial)}\n`);
  process.stderr.write(`${JSON.stringify(trial)}\n`);
}

function readTrials(file: string): readonly Trial[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Trial);
}

function machine(): string {
  const load = os.loadavg()[0]?.toFixed(2) ?? '?';
  return `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? process.arch}, ${os.availableParallelism()} cores, load ${load}`;
}
