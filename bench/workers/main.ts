// `npm run bench:workers`: how much of the machine the suggested code uses, beside a pool written by hand in the same run; what handing over costs;
// and from which size on it pays, predicted from three to five sizes and measured close up. Then pools are started and stopped, and what is left is counted.
//   --only <names>    these kernels, with commas between them
//   --quick           fewer rounds and cycles
//   --cycles <n>      how many pools are started and stopped
//   --only-cycles     nothing else
//   --only-break-even the prediction and the measured crossing alone
//   --raw <file>      what every process of the break-even part saw, a line of JSON for each series
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import type { SharedOut } from '../../src/engine/judge/shared-out-crossing.ts';
import { profileValue } from '../../src/engine/process/child/profile-value.ts';
import type { ObserveAnswer } from '../../src/engine/process/protocol.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import type { VariantModule } from '../../src/model/variant.ts';
import {
  type Crossing,
  measuredCrossing,
  median,
  predictedCrossing,
  type Seen,
  timeInProcesses,
} from './break-even.ts';
import { type HandWrittenPool, handWrittenPool } from './hand-written-pool.ts';
import { itemsOf, type Kernel, kernels } from './kernels.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cycles: { type: 'string' },
    'only-break-even': { type: 'boolean', default: false },
    'only-cycles': { type: 'boolean', default: false },
    only: { type: 'string' },
    raw: { type: 'string' },
  },
});
const cores = availableParallelism();
const rounds = values.quick ? 5 : 21;
const cycles = Number(values.cycles ?? (values.quick ? 20 : 1000));
/** Each process of the break-even times that many calls. */
const callsPerSize = 75;
const processes = values.quick ? 5 : 9;
/** What the original takes at the sizes that the prediction is made from, milliseconds: short enough to find the machine quiet now and then. */
const ANCHORS_MS = [0.05, 0.8, 6];
const file = path.resolve('bench/workers/subjects/kernels.ts');
const temporaryRoot = mkdtempSync(path.join(tmpdir(), 'speedlens-bench-workers-'));
const builder = createVariantBuilder({ temporaryRoot });
const projects = createProjects();

interface Built {
  readonly original: VariantModule;
  readonly originalUrl: string;
  readonly suggested: VariantModule;
  readonly suggestedUrl: string;
  /** The form that stays synchronous. */
  readonly waiting: VariantModule;
  readonly waitingUrl: string;
  /** How it shares items out. */
  readonly sharedOut: SharedOut | undefined;
  readonly byHand: HandWrittenPool;
}

try {
  process.stdout.write(
    `${cpus()[0]?.model ?? ''}, ${cores} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}; lower quartiles of ${rounds}\n\n`,
  );
  if (!values['only-cycles']) await compareAndPredict();
  if (!values['only-break-even']) await leaks();
} finally {
  await builder.dispose();
  rmSync(temporaryRoot, { recursive: true, force: true });
}

async function compareAndPredict(): Promise<void> {
  const breakEvens: string[] = [];
  process.stdout.write(
    '| kernel | items | original ms | suggested ms | by hand ms | waiting ms | efficiency | by hand | of by hand | waiting of by hand |\n|---|---|---|---|---|---|---|---|---|---|\n',
  );
  for (const kernel of kernels) {
    if (values.only?.split(',').includes(kernel.name) === false) continue;
    const built = await build(kernel.name, kernel);
    for (const size of values['only-break-even'] ? [] : kernel.sizes) {
      const items = itemsOf(kernel, size);
      await checkSame(built, items);
      const [original, suggested, byHand, waiting] = await times(built, items, rounds);
      const [ours, theirs] = [original / suggested / cores, original / byHand / cores];
      process.stdout.write(
        `| ${kernel.name} | ${size} | ${ms(original)} | ${ms(suggested)} | ${ms(byHand)} | ${ms(waiting)} | ${percent(ours)} | ${percent(theirs)} | ${percent(ours / theirs)} | ${percent(byHand / waiting)} |\n`,
      );
    }
    breakEvens.push(breakEven(kernel, built));
    breakEvens.push(
      breakEven(
        kernel,
        { ...built, suggestedUrl: built.waitingUrl },
        { form: ', waiting', sharedOut: built.sharedOut },
      ),
    );
    await built.suggested.dispose?.();
    await built.waiting.dispose?.();
    await built.byHand.destroy();
  }
  process.stdout.write(
    `\n| kernel | on hardly anything, ms | of a task, µs | original / suggested at the sizes of the prediction | break-even, predicted items | measured items | apart | processes without the cores |\n|---|---|---|---|---|---|---|---|\n${breakEvens.join('')}`,
  );
}

async function build(name: string, observing?: Kernel): Promise<Built> {
  const subject = openSubject({ file, select: { name } }, projects);
  const inputs = {
    origin: 'declared' as const,
    notes: [],
    source: { kind: 'bench-tags' as const, expressions: ['[]'] },
  };
  const load = async (id: string, request: object): Promise<{ module: VariantModule; url: string }> => {
    const built = await builder.build({ id, subject, inputs, ...request }, new AbortController().signal);
    if (!built.ok) throw new Error(built.message);
    const url = pathToFileURL(built.bundle.entry).href;
    return { module: (await import(url)) as VariantModule, url };
  };
  const original = await load(`${name}-original`, {});
  const observed = observing === undefined ? [] : [observe(original.module, observing)];
  const proposal = workers.propose({ subject, effects: analyzeEffects(subject), observed, hasSequence: false });
  // The first one with a pool is the one that the strategy promises most of.
  if (proposal.kind !== 'candidates') throw new Error(`${name} is not split: ${JSON.stringify(proposal)}`);
  const candidate = proposal.candidates.find(({ poolExpression }) => poolExpression !== undefined);
  if (candidate === undefined) throw new Error(`${name} has no form with a pool.`);
  const suggested = await load(`${name}-suggested`, { candidate });
  const waits = proposal.candidates.find(({ variant }) => variant === 'loop-waiting');
  if (waits === undefined) throw new Error(`${name} has no form that waits.`);
  const waiting = await load(`${name}-waiting`, { candidate: waits });
  return {
    waiting: waiting.module,
    waitingUrl: waiting.url,
    sharedOut: waits.parts?.taken && { ...waits.parts.taken, threads: cores },
    original: original.module,
    originalUrl: original.url,
    suggested: suggested.module,
    suggestedUrl: suggested.url,
    byHand: handWrittenPool(original.url),
  };
}

/** What a run sees of one call on the largest input before anything is proposed. */
function observe(original: VariantModule, kernel: Kernel): ObserveAnswer {
  const items = itemsOf(kernel, kernel.sizes.at(-1) ?? 1);
  const timed = (): number => {
    const start = performance.now();
    original.call(undefined, [items]);
    return performance.now() - start;
  };
  const [firstCallMs, laterCallMs] = [timed(), timed()];
  return {
    ...{ outcome: 'returned', firstCallMs, laterCallMs, argumentsMs: 0 },
    ...{ returnsPromise: false, mutatesArguments: false, deterministic: true },
    arguments: [profileValue(items)],
    result: profileValue(original.call(undefined, [items])),
  };
}

async function checkSame(built: Built, items: readonly number[]): Promise<void> {
  const expected = JSON.stringify(await built.original.call(undefined, [items]));
  if (JSON.stringify(await built.suggested.call(undefined, [items])) !== expected)
    throw new Error('The suggested code differs.');
  if (JSON.stringify(await built.waiting.call(undefined, [items])) !== expected)
    throw new Error('The form that waits differs.');
  if (JSON.stringify(await built.byHand.run(items)) !== expected) throw new Error('The pool written by hand differs.');
}

/** Lower quartiles, milliseconds: what others do on the machine makes calls longer and never shorter. They take turns. */
async function times(built: Built, items: readonly number[], count: number): Promise<[number, number, number, number]> {
  const taken: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < count + 2; round += 1) {
    const calls = [
      () => built.original.call(undefined, [items]),
      () => built.suggested.call(undefined, [items]),
      () => built.byHand.run(items),
      () => built.waiting.call(undefined, [items]),
    ];
    for (const [which, call] of calls.entries()) {
      const start = performance.now();
      await call();
      // The first two rounds are for the compilers of all threads.
      if (round >= 2) taken[which]?.push(performance.now() - start);
    }
  }
  const [original, suggested, byHand, waiting] = taken.map((one) =>
    quantile(
      [...one].sort((a, b) => a - b),
      0.25,
    ),
  );
  return [original ?? 0, suggested ?? 0, byHand ?? 0, waiting ?? 0];
}

/** From which number of items on the suggested code is faster: as the product predicts it from three sizes, and as seen close up. */
function breakEven(
  kernel: Kernel,
  { originalUrl, suggestedUrl }: Pick<Built, 'originalUrl' | 'suggestedUrl'>,
  { form = '', sharedOut }: { readonly form?: string; readonly sharedOut?: SharedOut | undefined } = {},
): string {
  let leftOut = 0;
  const timed = (sizes: readonly number[], { count = processes, watched = false } = {}): Seen => {
    const request = { kernel: kernel.name, originalUrl, suggestedUrl, calls: callsPerSize, watched };
    const { seen, leftOut: without } = timeInProcesses(request, sizes, count);
    leftOut += without;
    if (values.raw !== undefined)
      appendFileSync(values.raw, `${JSON.stringify({ kernel: `${kernel.name}${form}`, seen, leftOut: without })}\n`);
    return seen;
  };
  const medianAt = (seen: Seen, at: number, which: 'original' | 'suggested'): number =>
    median(seen.map((one) => one[at]?.[which] ?? 0));
  const perItem = medianAt(timed([500], { count: 3 }), 0, 'original') / 500;
  const sizes = ANCHORS_MS.map((time) => Math.max(cores, Math.round(time / perItem)));
  const {
    predicted,
    seen: anchors,
    added,
  } = predictedCrossing((some) => timed(some, { watched: true }), sizes, sharedOut);
  const overhead = medianAt(anchors, 0, 'suggested');
  const measured = measuredCrossing(timed, {
    near: typeof predicted === 'string' ? (sizes[1] ?? 1) : predicted.size,
    largest: sizes.at(-1) ?? 1,
    undivided: sharedOut?.undivided,
  });
  const apart =
    typeof predicted === 'string' || typeof measured === 'string'
      ? ''
      : percent(Math.abs(predicted.size / measured.size - 1));
  const ratios = (anchors[0] ?? []).map(({ size }, at) => {
    const ratio = median(anchors.map((one) => (one[at]?.original ?? 0) / (one[at]?.suggested ?? 1)));
    return `${ratio.toPrecision(2)} at ${size}${added.includes(size) ? ' (added)' : ''}`;
  });
  return `| ${kernel.name}${form} | ${ms(overhead)} | ${((overhead * 1000) / cores).toFixed(0)} | ${ratios.join(', ')} | ${shownCrossing(predicted)} | ${shownCrossing(measured)} | ${apart} | ${leftOut} |\n`;
}

function shownCrossing(crossing: Crossing | string): string {
  if (typeof crossing === 'string') return crossing;
  const [size, low, high] = [crossing.size, crossing.low, crossing.high].map(Math.round);
  return `${size} (${low} to ${high})`;
}

/** Starts the threads, calls them, ends them; the threads and handles that are left are counted. */
async function leaks(): Promise<void> {
  const built = await build('settleAll');
  await built.byHand.destroy();
  const items = Array.from({ length: 64 }, (_, i) => i);
  for (const [form, url] of [
    ['pools', built.suggestedUrl],
    ['sets of threads that are waited for', built.waitingUrl],
  ]) {
    const [before, handlesBefore] = [threads(), handles()];
    const start = performance.now();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const module = (await import(`${url}?cycle=${cycle}`)) as VariantModule;
      await module.call(undefined, [items]);
      await module.dispose?.();
    }
    const [after, handlesAfter] = [threads(), handles()];
    process.stdout.write(
      `\n${cycles} ${form} started and ended in ${((performance.now() - start) / 1000).toFixed(1)} s; threads before ${before}, after ${after}; handles before ${handlesBefore}, after ${handlesAfter}\n`,
    );
    if (after > before || handlesAfter > handlesBefore) process.exitCode = 1;
  }
}

/** Threads that do not keep the process alive count too. */
function threads(): number {
  return (process.report.getReport() as { readonly workers: readonly unknown[] }).workers.length;
}

/** Ports, timers and whatever else would keep the process alive. */
function handles(): number {
  return process.getActiveResourcesInfo().length;
}

function ms(milliseconds: number): string {
  return milliseconds.toPrecision(3);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
