// One kernel through the product's own pipeline: every strategy that keeps the work in one thread and one call, and the version by hand as one
// more candidate, so that all are verified and timed by the same protocol.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import { runPipeline } from '../../src/engine/pipeline.ts';
import { createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import { strategies } from '../../src/engine/strategies/catalog.ts';
import type { Strategy, StrategyId } from '../../src/engine/strategies/strategy.ts';
import type { Reason } from '../../src/model/reason.ts';
import type { Verdict } from '../../src/model/report.ts';
import type { KernelCase } from './kernels.ts';

export interface Entrant {
  /** A strategy's id, or 'by hand'. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly variant?: string;
  /** Baseline time divided by its time. */
  readonly ratio?: number;
  readonly reason?: Reason;
}

export interface Race {
  readonly kernel: KernelCase;
  readonly baselineNs: number;
  readonly entrants: readonly Entrant[];
  readonly cNs?: number;
}

const childEntry = fileURLToPath(new URL('./benchmark-process.mjs', import.meta.url));
const left: ReadonlySet<StrategyId> = new Set<StrategyId>(['workers', 'memoization', 'streaming-io']);
/** The row in which the version by hand runs; the strategy of that name does not. */
const handRow = 'memoization';

export async function raceKernel(kernel: KernelCase, budgetMs: number): Promise<Race> {
  const projects = createProjects();
  const builder = createVariantBuilder();
  const processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry,
    allowWrite: [],
  });
  try {
    const report = await runPipeline(
      {
        file: path.resolve(kernel.file),
        select: { name: kernel.name },
        budgetMs,
        seed: 11,
        nodePath: process.execPath,
        runtime: 'node',
        allowWrite: [],
        sizes: [kernel.size],
      },
      {
        openSubject: ({ file, text, select }) => openSubject({ file, text, select }, projects),
        builder,
        runner: processes,
        strategies: [...strategies.filter(({ id }) => !left.has(id)), byHand],
        clock: () => performance.now(),
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    return {
      kernel,
      baselineNs: report.baseline.perCase[0]?.time.value ?? Number.NaN,
      entrants: report.results.map(({ strategy, verdict, variant, measured, reasons }) => {
        const ratio = measured?.speedup[0]?.ratio.value;
        const [reason] = reasons;
        return {
          name: strategy === handRow ? 'by hand' : strategy,
          verdict,
          ...(variant === undefined ? {} : { variant }),
          ...(ratio === undefined ? {} : { ratio }),
          ...(reason === undefined ? {} : { reason }),
        };
      }),
    };
  } finally {
    await Promise.all([processes.dispose(), builder.dispose()]);
  }
}

/** Hands the call on to the function of the same name with ByHand behind it. */
const byHand: Strategy = {
  id: handRow,
  title: 'By hand',
  folklore: '',
  whenNotToUse: '',
  propose: ({ subject }) => {
    const { node, sourceFile, listing } = subject;
    const { body } = node;
    if (body === undefined || !ts.isBlock(body)) throw new Error(`${listing.name} has no block.`);
    const [start, end] = [body.getStart(sourceFile), body.getEnd()];
    const names = node.parameters.map((parameter) => parameter.name.getText(sourceFile)).join(', ');
    return {
      kind: 'candidates',
      candidates: [
        {
          strategy: handRow,
          variant: 'by-hand',
          summary: 'The version written by hand.',
          signature: 'same',
          files: [{ path: subject.file, edits: [{ start, end, text: `{ return ${listing.name}ByHand(${names}); }` }] }],
          dependencies: {},
          workload: 'single',
          tolerance: 'exact',
          caveats: [],
        },
      ],
    };
  },
};
