// The `diagnose` task: calls one variant on one case again and again while V8's profiler looks (it was switched on when this process was
// started), and reads what it wrote. What the places mean in the user's files is told by diagnose/explain-time.ts.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import type { VariantModule } from '../../../model/variant.ts';
import { type CallInput, type CaseInputs, inputsOfCase } from '../../process/child/cases.ts';
import type { EnterPhase } from '../../process/child/child-phase.ts';
import { drained, resultKind, settled } from '../../process/child/consume.ts';
import { loadVariant } from '../../process/child/load-variant.ts';
import { withTypedInputs } from '../../process/child/typed-data.ts';
import { UserCodeError } from '../../process/child/user-code-error.ts';
import { CODE_LOG_SWITCH } from '../../process/node-command.ts';
import type { DiagnoseAnswer, DiagnoseTask } from '../../process/protocol.ts';
import { type Profile, readProfile } from './read-profile.ts';

const WARM_MARK = 'speedlens:warm';
const END_MARK = 'speedlens:end';
/** V8 writes the log through a buffer of some kilobytes; a text of this size pushes out what was before. */
const BUFFER_CHARACTERS = 100_000;
/** A thread of V8 writes the samples, a little later than they were taken. */
const WRITING_MS = 20;
/** Code that compiles functions all the time makes the log large without end. */
const LARGEST_LOG_BYTES = 100_000_000;
/** Calls between two looks at the clock, and fresh arguments that are kept at once. */
const LONGEST_BLOCK_MS = 10;
const MOST_RENEWED = 1024;
const MOST_REPEATED = 1_000_000;

type MakeInputs = (count: number) => readonly CallInput[];

/** Methods, not functions: their names stay in the log whatever a minifier does to this file, and that of the first is looked for there. */
const watched = {
  speedlensMakesInputs(make: MakeInputs, count: number): readonly CallInput[] {
    return make(count);
  },

  speedlensCalls(
    { call }: VariantModule,
    inputs: readonly CallInput[],
    repeats: number,
    sink: { value: unknown },
  ): void {
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const { receiver, args } of inputs) {
        const result = call(receiver, args);
        sink.value = resultKind(result) === 'generator' ? drained(result) : result;
      }
    }
  },

  async speedlensAwaits(
    { call }: VariantModule,
    inputs: readonly CallInput[],
    sink: { value: unknown },
  ): Promise<void> {
    for (const { receiver, args } of inputs) sink.value = await settled(call(receiver, args));
  },
};

export async function diagnose(task: DiagnoseTask, enter: EnterPhase): Promise<DiagnoseAnswer> {
  seeManyFunctions();
  const module = withTypedInputs((await loadVariant(task.variant)).module);
  await enter('inputs');
  const inputs = inputsOfCase(module.inputs, task.caseIndex, task.seed);
  const make = inputMaker(task, module, inputs);
  const first = make(1);
  await enter('calling', inputs.label);
  let calls = 0;
  try {
    const { receiver, args } = first[0] ?? { receiver: undefined, args: [] };
    const start = performance.now();
    const returned = module.call(receiver, args);
    const kind = resultKind(returned);
    await settled(returned);
    const firstMs = performance.now() - start;
    const isAsync = kind === 'promise' || kind === 'async-generator';
    const run = blockRunner(task, module, make, isAsync);
    // What is that slow is compiled within one call, or never.
    if (firstMs < task.warmupMs) await run(task.warmupMs);
    mark(WARM_MARK);
    calls = await run(task.sampleMs);
    mark(END_MARK);
  } catch (error) {
    throw error instanceof UserCodeError ? error : new UserCodeError('calling', error, inputs.label);
  }
  const profile = await profileOf(task.variant.entry);
  return profile === undefined
    ? { profiled: false, intervalMs: 0, calls, spots: [], deopts: [] }
    : {
        profiled: true,
        calls,
        intervalMs: profile.intervalMs,
        spots: profile.spots,
        deopts: profile.deopts,
        ...(renewsInputs(task) ? {} : { collectorSamples: profile.collectorSamples }),
      };
}

/** Our loop has called so many functions when the variant comes that V8 inlines none there, whose samples could not be told from the loop's. */
function seeManyFunctions(): void {
  const functions: readonly VariantModule['call'][] = [
    (receiver) => receiver,
    (_receiver, args) => args,
    (_receiver, args) => args[0],
    (_receiver, args) => args.length,
    () => undefined,
    () => 0,
  ];
  const inputs: CallInput[] = [{ receiver: undefined, args: [1] }];
  const sink = { value: undefined as unknown };
  for (let round = 0; round < 100; round++) {
    for (const call of functions) watched.speedlensCalls({ call, inputs: {} }, inputs, 10, sink);
  }
}

/** A sequence starts from a forgotten state each time. */
function renewsInputs(task: DiagnoseTask): boolean {
  return task.renewArguments || task.workload === 'sequence';
}

/** How one block of calls is made, from what the workload is. Sequences have a length of their own. */
function inputMaker(task: DiagnoseTask, module: VariantModule, inputs: CaseInputs): MakeInputs {
  switch (task.workload) {
    case 'single':
      return (count) => Array.from({ length: count }, () => inputs.call());
    case 'sequence':
      return () => {
        module.reset?.();
        return inputs.sequence?.() ?? [inputs.call()];
      };
  }
}

/** Runs blocks for a time and says how many calls that were. Blocks grow until the clock is seldom looked at. */
function blockRunner(
  task: DiagnoseTask,
  module: VariantModule,
  make: MakeInputs,
  isAsync: boolean,
): (milliseconds: number) => Promise<number> {
  const sink = { value: undefined as unknown };
  const renew = renewsInputs(task);
  let count = 1;
  let repeats = 1;
  let kept: readonly CallInput[] | undefined;
  return async (milliseconds) => {
    let calls = 0;
    const end = performance.now() + milliseconds;
    for (let now = performance.now(); now < end; ) {
      const block = kept ?? watched.speedlensMakesInputs(make, count);
      if (!renew) kept = block;
      const start = performance.now();
      const preparingMs = start - now;
      if (isAsync) await watched.speedlensAwaits(module, block, sink);
      else watched.speedlensCalls(module, block, repeats, sink);
      now = performance.now();
      calls += block.length * repeats;
      if (now - start > LONGEST_BLOCK_MS / 2 || preparingMs > LONGEST_BLOCK_MS / 2) continue;
      if (renew) count = Math.min(MOST_RENEWED, count * 2);
      else if (isAsync)
        kept = Array.from({ length: Math.min(MOST_RENEWED, block.length * 2) }, () => block[0] as CallInput);
      else repeats = Math.min(MOST_REPEATED, repeats * 2);
    }
    return calls;
  };
}

/** Leaves a line with the time in V8's log: nothing else in there says when we did what. */
function mark(name: string): void {
  new Script('0', { filename: name }).runInThisContext();
}

async function profileOf(bundle: string): Promise<Profile | undefined> {
  const log = process.execArgv.find((argument) => argument.startsWith(CODE_LOG_SWITCH))?.slice(CODE_LOG_SWITCH.length);
  if (log === undefined) return undefined;
  // What is deoptimised from here on is ours, and would be written to files that are read and removed now.
  setFlagsFromString('--no-log-deopt');
  await delay(WRITING_MS);
  new Script(`/*${'.'.repeat(BUFFER_CHARACTERS)}*/`, { filename: 'speedlens:buffer' }).runInThisContext();
  const folder = path.dirname(log);
  const written = readdirSync(folder).filter((name) => name.includes(path.basename(log)));
  const request = {
    url: pathToFileURL(bundle).href,
    text: readFileSync(bundle, 'utf8'),
    warmMark: WARM_MARK,
    endMark: END_MARK,
    preparingFunction: 'speedlensMakesInputs',
  };
  let profile: Profile | undefined;
  for (const name of written) {
    const file = path.join(folder, name);
    // Threads of the variant's own have logs as well; the marks are in ours.
    if (profile === undefined && name.endsWith('.log') && statSync(file).size <= LARGEST_LOG_BYTES) {
      profile = readProfile(readFileSync(file, 'latin1'), request);
    }
    rmSync(file, { force: true });
  }
  return profile;
}
