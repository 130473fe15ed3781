// Samples variants written as text in real benchmark processes, one each.
import { createBenchmarkProcesses } from '../../../src/engine/process/benchmark-process.ts';
import type { SampleAnswer, SampleTask } from '../../../src/engine/process/protocol.ts';
import { bundleChild } from '../../support/bundle-child.ts';
import { variantFolder } from '../process/write-variant.ts';
import { bundle } from './plans.ts';

export interface SamplingProcesses {
  /** For what is written during a test. */
  readonly folder: string;
  readonly sampled: (body: string, more?: Partial<SampleTask>) => Promise<SampleAnswer>;
  readonly dispose: () => Promise<void>;
}

export function sampleTask(more: Partial<SampleTask>): SampleTask {
  return {
    kind: 'sample',
    variant: bundle('baseline'),
    seed: 1,
    caseIndex: 0,
    workload: 'single',
    renewArguments: false,
    warmupMs: 20,
    sampleMs: 40,
    watchMemory: true,
    watchInputs: true,
    ...more,
  };
}

export async function samplingProcesses(): Promise<SamplingProcesses> {
  const [child, variants] = await Promise.all([bundleChild(), variantFolder()]);
  const processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry: child.entry,
    temporaryFolder: variants.folder,
    allowWrite: [],
  });
  return {
    folder: variants.folder,
    sampled: async (body, more = {}) => {
      const task = sampleTask({ variant: await variants.write(body), ...more });
      const outcome = await processes.run(task, { deadlineMs: 20_000, signal: new AbortController().signal });
      if (!outcome.ok) throw new Error(outcome.failure.message);
      return outcome.answer;
    },
    dispose: async () => {
      await processes.dispose();
      await Promise.all([child.remove(), variants.remove()]);
    },
  };
}
