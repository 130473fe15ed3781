// One subject built as the product builds it, for sampling in one process after another.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import { gatherInputs } from '../../src/engine/inputs/gather-inputs.ts';
import { createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import type { SampleAnswer } from '../../src/engine/process/protocol.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';

export interface SampledProcess {
  /** Undefined when the process failed. */
  readonly sample: (timedMs: number) => Promise<SampleAnswer | undefined>;
  readonly dispose: () => Promise<void>;
}

const projects = createProjects();

export async function sampledProcess(file: string, name: string, size: number): Promise<SampledProcess> {
  const signal = new AbortController().signal;
  const subject = openSubject({ file: path.resolve(file), text: undefined, select: { name } }, projects);
  const inputs = gatherInputs(subject, { sizes: [size] });
  const builder = createVariantBuilder();
  const processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry: fileURLToPath(new URL('./benchmark-process.mjs', import.meta.url)),
    allowWrite: [],
  });
  const built = await builder.build({ id: 'baseline', subject, inputs, slice: false }, signal);
  if (!built.ok) throw new Error(built.message);
  return {
    sample: async (timedMs) => {
      const outcome = await processes.run(
        {
          kind: 'sample',
          variant: built.bundle,
          seed: 1,
          caseIndex: 0,
          workload: 'single',
          renewArguments: false,
          warmupMs: timedMs * 0.4,
          sampleMs: timedMs * 0.6,
          watchMemory: false,
          watchInputs: false,
        },
        { deadlineMs: 60_000, signal },
      );
      return outcome.ok ? outcome.answer : undefined;
    },
    dispose: async () => {
      await Promise.all([processes.dispose(), builder.dispose()]);
    },
  };
}
