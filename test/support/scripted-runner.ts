// A VariantRunner that starts nothing: tests say what each variant takes, or how it fails, and read which tasks were asked for. Time passes
// only when a task is run, so schedules, statistics and verdicts can be tested exactly.

import type {
  AnswerOf,
  CompareTask,
  DescribeTask,
  DiagnoseAnswer,
  DiagnoseTask,
  ObserveTask,
  RunFailure,
  SampleAnswer,
  SampleTask,
  Task,
  TaskOutcome,
} from '../../src/engine/process/protocol.ts';
import type { VariantRunner } from '../../src/engine/process/variant-runner.ts';
import type { Environment } from '../../src/model/report.ts';

/** Nanoseconds per call: one list for every process, or a function of the task and of how often that variant, case and workload ran before. */
export type ScriptedSamples =
  | readonly number[]
  | ((task: SampleTask, earlierRuns: number) => readonly number[] | RunFailure);

export interface Script {
  /** By variant id. */
  readonly samples?: Readonly<Record<string, ScriptedSamples>>;
  /** Added to every sample answer. */
  readonly sampleAnswer?: Partial<SampleAnswer> | ((task: SampleTask) => Partial<SampleAnswer>);
  readonly describe?: (task: DescribeTask) => AnswerOf['describe'] | RunFailure;
  readonly observe?: (task: ObserveTask) => AnswerOf['observe'] | RunFailure;
  readonly compare?: (task: CompareTask) => AnswerOf['compare'] | RunFailure;
  /** Nothing to be read when absent, as on a Node without a profiler. */
  readonly diagnose?: (task: DiagnoseTask) => DiagnoseAnswer | RunFailure;
  /** How far the clock goes with each task; 100 ms when absent. */
  readonly taskMs?: (task: Task) => number;
}

export interface ScriptedRunner extends VariantRunner {
  /** Every task in the order asked for. */
  readonly tasks: readonly Task[];
  /** Milliseconds that the tasks have taken. */
  readonly clock: () => number;
}

export function scriptedRunner(script: Script): ScriptedRunner {
  const tasks: Task[] = [];
  const runs = new Map<string, number>();
  let now = 0;
  return {
    tasks,
    clock: () => now,
    async run<T extends Task>(
      task: T,
      { signal }: { readonly deadlineMs: number; readonly signal: AbortSignal },
    ): Promise<TaskOutcome<T['kind']>> {
      signal.throwIfAborted();
      tasks.push(task);
      now += script.taskMs?.(task) ?? 100;
      const answer = answerTo(task, script, runs);
      return 'nextStep' in answer
        ? { ok: false, failure: answer }
        : { ok: true, answer: answer as AnswerOf[T['kind']] };
    },
    startAhead: async () => {},
    prepare: async () => {},
    environment: async () => SCRIPTED_ENVIRONMENT,
  };
}

export const SCRIPTED_ENVIRONMENT: Environment = {
  node: 'v22.0.0',
  v8: '12.4.254.14-node.11',
  nodePath: '/opt/node/bin/node',
  cpu: 'Scripted CPU',
  cores: 8,
  os: 'Linux 6.1.0 x64',
  runtime: 'node',
};

function answerTo(task: Task, script: Script, runs: Map<string, number>): AnswerOf[Task['kind']] | RunFailure {
  switch (task.kind) {
    case 'sample':
      return sampleAnswer(task, script, runs);
    case 'describe':
      return scripted(script.describe, task);
    case 'observe':
      return scripted(script.observe, task);
    case 'compare':
      return scripted(script.compare, task);
    case 'diagnose':
      return script.diagnose?.(task) ?? NO_PROFILE;
  }
}

const NO_PROFILE: DiagnoseAnswer = {
  profiled: false,
  intervalMs: 0,
  calls: 0,
  spots: [],
  deopts: [],
};

function scripted<T extends Task, A>(answer: ((task: T) => A) | undefined, task: T): A {
  if (answer === undefined) throw new Error(`the script has no answer to ${task.kind}`);
  return answer(task);
}

function sampleAnswer(task: SampleTask, script: Script, runs: Map<string, number>): SampleAnswer | RunFailure {
  const key = `${task.variant.id} ${task.caseIndex} ${task.workload}`;
  const earlier = runs.get(key) ?? 0;
  runs.set(key, earlier + 1);
  const source = script.samples?.[task.variant.id];
  if (source === undefined) throw new Error(`the script has no samples for ${task.variant.id}`);
  const samples = typeof source === 'function' ? source(task, earlier) : source;
  if ('kind' in samples) return samples;
  const extra = typeof script.sampleAnswer === 'function' ? script.sampleAnswer(task) : script.sampleAnswer;
  return {
    samples,
    callsPerSample: 1,
    firstCallMs: (samples[0] ?? 0) / 1e6,
    loadMs: 1,
    steady: true,
    peakRssBytes: 50_000_000,
    floorNs: 1,
    ...extra,
  };
}
