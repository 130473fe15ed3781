// Whole runs without a process: a real subject in a temporary folder, strategies that propose what a test says, builds that write nothing,
// and the scripted runner. Domain verbs for test/pipeline.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BuildRequest, VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import { runPipeline } from '../../src/engine/pipeline.ts';
import type { Machine } from '../../src/engine/process/machine-facts.ts';
import type { CompareAnswer, ObserveAnswer } from '../../src/engine/process/protocol.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import {
  type Candidate,
  declined,
  type Strategy,
  type StrategyContext,
  type StrategyId,
} from '../../src/engine/strategies/strategy.ts';
import type { BenchOptions } from '../../src/model/bench-options.ts';
import type { RunProgress } from '../../src/model/progress.ts';
import type { Report } from '../../src/model/report.ts';
import { type Script, type ScriptedRunner, scriptedRunner } from './scripted-runner.ts';

export interface ScriptedRun {
  readonly source?: string;
  /** The text of a tsconfig.json beside the source. */
  readonly tsconfig?: string;
  readonly strategies: readonly Strategy[];
  readonly script?: Script;
  readonly machine?: Machine;
  readonly failBuild?: (request: BuildRequest) => boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
  readonly options?: Partial<BenchOptions>;
}

export interface RunRecord {
  readonly report: Report;
  readonly runner: ScriptedRunner;
  readonly built: readonly string[];
  readonly progress: readonly RunProgress[];
}

const doubling = 'export function double(n: number): number {\n  return n * 2;\n}\n';

export const returned: ObserveAnswer = {
  outcome: 'returned',
  firstCallMs: 1,
  laterCallMs: 1,
  argumentsMs: 0,
  returnsPromise: false,
  mutatesArguments: false,
  deterministic: true,
  arguments: [],
};

export const sameOnAll: CompareAnswer = { compared: 40, generated: 30, skipped: 0, returned: 40 };

/** Compares as a working verifier does: planted bugs differ, everything else is the same. */
export const workingVerifier: NonNullable<Script['compare']> = (task) =>
  task.candidate.id.startsWith('planted/')
    ? { ...sameOnAll, counterexample: { args: '1', expected: '2', actual: '3' } }
    : sameOnAll;

/** Shared by the runs of a test file: the first program is the dear one. */
const projects = createProjects();

export async function scriptedRun(run: ScriptedRun): Promise<RunRecord> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'speedlens-pipeline-'));
  const file = path.join(folder, 'double.ts');
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(file, run.source ?? doubling);
  if (run.tsconfig !== undefined) writeFileSync(path.join(folder, 'tsconfig.json'), run.tsconfig);
  const runner = scriptedRunner({
    describe: () => ({
      cases: [
        { index: 0, label: 'n = 10', size: 10 },
        { index: 1, label: 'n = 100', size: 100 },
      ],
      loadMs: 1,
    }),
    observe: () => returned,
    compare: workingVerifier,
    ...run.script,
  });
  const built: string[] = [];
  const builder: VariantBuilder = {
    async build(request) {
      built.push(request.id);
      if (run.failBuild?.(request) === true)
        return { ok: false, message: 'double.ts:1: no such thing.', nextStep: 'Mend it.' };
      return {
        ok: true,
        bundle: { id: request.id, entry: path.join(folder, `${request.id}.mjs`), cwd: folder },
        notes: [],
      };
    },
    dispose: async () => undefined,
  };
  const progress: RunProgress[] = [];
  const options: BenchOptions = {
    file,
    select: { name: 'double' },
    budgetMs: 15_000,
    seed: 1,
    nodePath: process.execPath,
    runtime: 'node',
    allowWrite: [],
    ...run.options,
  };
  try {
    const report = await runPipeline(
      options,
      {
        openSubject: ({ file: place, text, select }) => openSubject({ file: place, text, select }, projects),
        builder,
        runner,
        ...(run.machine === undefined ? {} : { machine: run.machine }),
        strategies: run.strategies,
        clock: runner.clock,
      },
      {
        signal: run.signal ?? new AbortController().signal,
        onProgress: (step) => {
          progress.push(step);
          run.onProgress?.(step);
        },
      },
    );
    return { report, runner, built, progress };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A strategy that replaces `n * 2`. */
export function replacing(id: StrategyId, text: string, more: Partial<Candidate> = {}): Strategy {
  return scriptedStrategy(id, ({ subject }) => {
    const start = subject.text.indexOf('n * 2');
    if (start < 0) return declined({ code: 'T0', message: 'somebody else replaced it.' });
    const candidate: Candidate = {
      strategy: id,
      variant: 'only',
      summary: 'doubles in another way',
      signature: 'same',
      files: [{ path: subject.file, edits: [{ start, end: start + 'n * 2'.length, text }] }],
      dependencies: {},
      workload: 'single',
      tolerance: 'exact',
      caveats: [],
      ...more,
    };
    return { kind: 'candidates', candidates: [candidate] };
  });
}

export function declining(id: StrategyId): Strategy {
  return scriptedStrategy(id, () => declined({ code: 'T0', message: 'there is nothing to do here.', line: 2 }));
}

function scriptedStrategy(
  id: StrategyId,
  propose: (context: StrategyContext) => ReturnType<Strategy['propose']>,
): Strategy {
  return { id, title: id, folklore: 'a lot', whenNotToUse: 'Never in tests.', propose };
}
