// Whole runs of the product on a subject against a rewrite of our own making: what it says is the product's own verdict.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import { runPipeline } from '../../src/engine/pipeline.ts';
import { createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import type { SampleTask, Task } from '../../src/engine/process/protocol.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { strategies as catalog } from '../../src/engine/strategies/catalog.ts';
import type { Strategy } from '../../src/engine/strategies/strategy.ts';
import type { Report, TextEdit, Verdict } from '../../src/model/report.ts';

export interface ProductRun {
  readonly report: Report;
  readonly elapsedMs: number;
  /** Until the first strategy had its row: declined, with the reason at its line. */
  readonly firstAnswerMs?: number;
  /** Until the first verdict of a measurement, other than "withheld" stood in a partial report; absent when there was none. */
  readonly firstVerdictMs?: number;
  /** Until the first process was timed. */
  readonly measuringFromMs: number;
  /** Warm-up and sampling of all processes together. */
  readonly timedMs: number;
  readonly processes: number;
}

/** Edits of the subject's file that make the rewrite. */
export type Rewriting = (subject: Subject) => readonly TextEdit[];

const childEntry = fileURLToPath(new URL('./benchmark-process.mjs', import.meta.url));
const projects = createProjects();
const measured: ReadonlySet<Verdict> = new Set(['faster', 'slower', 'no-difference']);

export async function runProduct(
  file: string,
  name: string,
  rewriting: Rewriting | 'all-strategies' | undefined,
  options: { readonly budgetMs: number; readonly seed: number; readonly sizes?: readonly number[] },
): Promise<ProductRun> {
  const builder = createVariantBuilder();
  const processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry,
    allowWrite: [],
  });
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  let firstAnswerMs: number | undefined;
  let firstVerdictMs: number | undefined;
  let measuringFromMs = 0;
  let timedMs = 0;
  let count = 0;
  const isSample = (task: Task): task is SampleTask => task.kind === 'sample';
  try {
    const report = await runPipeline(
      {
        file: path.resolve(file),
        select: { name },
        budgetMs: options.budgetMs,
        seed: options.seed,
        nodePath: process.execPath,
        runtime: 'node',
        allowWrite: [],
        ...(options.sizes === undefined ? {} : { sizes: options.sizes }),
      },
      {
        openSubject: ({ file, text, select }) => openSubject({ file, text, select }, projects),
        builder,
        runner: {
          ...processes,
          run: (task, limits) => {
            if (isSample(task)) {
              if (count === 0) measuringFromMs = elapsed();
              count++;
              timedMs += task.warmupMs + task.sampleMs;
            }
            return processes.run(task, limits);
          },
        },
        strategies: strategiesFor(rewriting),
        clock: () => performance.now(),
      },
      {
        signal: new AbortController().signal,
        onProgress: ({ partial }) => {
          const verdicts = partial?.results.map(({ verdict }) => verdict) ?? [];
          if (verdicts.length > 0) firstAnswerMs ??= elapsed();
          if (verdicts.some((verdict) => measured.has(verdict))) firstVerdictMs ??= elapsed();
        },
      },
    );
    return {
      report,
      elapsedMs: elapsed(),
      measuringFromMs,
      timedMs,
      processes: count,
      ...(firstAnswerMs === undefined ? {} : { firstAnswerMs }),
      ...(firstVerdictMs === undefined ? {} : { firstVerdictMs }),
    };
  } finally {
    await Promise.all([processes.dispose(), builder.dispose()]);
  }
}

function strategiesFor(rewriting: Rewriting | 'all-strategies' | undefined): readonly Strategy[] {
  if (rewriting === undefined) return [];
  return rewriting === 'all-strategies' ? catalog : [ownStrategy(rewriting)];
}

/** Stands for a strategy of the catalogue: everything after its proposal is the product's. */
function ownStrategy(rewriting: Rewriting): Strategy {
  return {
    id: 'memoization',
    title: 'Rewrite under test',
    folklore: '',
    whenNotToUse: '',
    propose: ({ subject }) => ({
      kind: 'candidates',
      candidates: [
        {
          strategy: 'memoization',
          variant: 'under-test',
          summary: 'A rewrite whose effect is known.',
          signature: 'same',
          files: [{ path: subject.file, edits: rewriting(subject) }],
          dependencies: {},
          workload: 'single',
          tolerance: 'exact',
          caveats: [],
        },
      ],
    }),
  };
}

/** The same code with a comment: there is no difference to be found. */
export const identical: Rewriting = (subject) => {
  const body = bodyStart(subject);
  return [{ start: body, end: body, text: ' // the same' }];
};

/** `spin` with so many per cent more of its own work, whose result is looked at and never used. */
export function slowed(percent: number): Rewriting {
  return (subject) => {
    const body = bodyStart(subject);
    const text = `
  let y = 362436069;
  for (let i = 0; i < n * ${percent / 100}; i++) {
    y ^= y << 13;
    y ^= y >>> 17;
    y ^= y << 5;
  }
  // Never happens: a state of this generator is not zero.
  if (y === 0) return y;`;
    return [{ start: body, end: body, text }];
  };
}

/** `group` with so many per cent of the words counted twice, the second time into an object that is looked at and never used. */
export function slowedAllocation(percent: number): Rewriting {
  return (subject) => {
    const body = bodyStart(subject);
    const text = `
  const again: Record<string, number> = {};
  for (let i = 0; i < words.length * ${percent / 100}; i++) again[words[i] as string] = (again[words[i] as string] ?? 0) + 1;
  // Never happens: no word is so long.
  if (again['no such word'] === 0) return again;`;
    return [{ start: body, end: body, text }];
  };
}

function bodyStart(subject: Subject): number {
  const opening = subject.text.indexOf('{', subject.text.indexOf(')', subject.node.getStart(subject.sourceFile)));
  return opening + 1;
}
