// The `sample` task: times one variant on one case in this process. tinybench is the sampler: one bench, one task whose function runs k calls,
// arguments made ready in its beforeEach hook, durations handed over by its overriddenDuration. What the numbers mean is judged elsewhere, from
// many such processes.
import { Bench } from 'tinybench';
import type { VariantModule } from '../../../model/variant.ts';
import { type CaseInputs, inputsOfCase } from '../../process/child/cases.ts';
import type { EnterPhase } from '../../process/child/child-phase.ts';
import { type ResultKind, resultKind, settled } from '../../process/child/consume.ts';
import { fingerprint } from '../../process/child/fingerprint.ts';
import { loadVariant } from '../../process/child/load-variant.ts';
import { UserCodeError } from '../../process/child/user-code-error.ts';
import type { SampleAnswer, SampleTask } from '../../process/protocol.ts';
import { allocatedBytesPerCall } from './allocation.ts';
import { loopFloor, type Sink } from './call-loop.ts';
import { createSampler, type Sampler } from './sampler.ts';
import { warmUp } from './warm-up.ts';
import { planWorkload } from './workload.ts';

/** Samples kept of one process, whatever the budget. */
const MOST_SAMPLES = 20_000;

export async function sampleCase(task: SampleTask, enter: EnterPhase): Promise<SampleAnswer> {
  const sink: Sink = { value: undefined };
  const floorNs = loopFloor(sink);
  const { module, loadMs } = await loadVariant(task.variant);
  await enter('inputs');
  const inputs = inputsOfCase(module.inputs, task.caseIndex, task.seed);
  const plan = planWorkload(task, module, inputs);
  const firstBlock = plan.makeBlock(1);
  await enter('calling', inputs.label);
  return callingUserCode(inputs.label, async () => {
    const start = performance.now();
    const returned = module.call(firstBlock.receivers[0], firstBlock.lists[0] ?? []);
    const kind: ResultKind = resultKind(returned);
    sink.value = kind === 'value' ? returned : await settled(returned);
    const firstCallMs = performance.now() - start;

    const sampler = createSampler(plan, module.call, kind, task.renewArguments, sink);
    const { steady } = await warmUp(sampler, task.warmupMs);
    const samples = await takeSamples(sampler, task.sampleMs, inputs.label);
    const callsPerSample = sampler.calls();
    const cache = await cacheUse(task, module, inputs);
    const allocated = firstCallMs < task.sampleMs ? await allocatedBytesPerCall(sampler) : undefined;
    return {
      samples,
      callsPerSample,
      firstCallMs,
      loadMs,
      steady,
      floorNs,
      // Kilobytes on every platform, says libuv.
      peakRssBytes: process.resourceUsage().maxRSS * 1024,
      ...(allocated === undefined ? {} : { allocatedBytesPerCall: allocated }),
      ...cache,
    };
  });
}

async function takeSamples(sampler: Sampler, budgetMs: number, caseLabel: string): Promise<number[]> {
  // tinybench sorts what it retains; the order taken is kept here, for drifts to be seen.
  const samples: number[] = [];
  let preparingMs = 0;
  const bench = new Bench({ time: budgetMs, iterations: 1, warmup: false, throws: true });
  const overridden = (milliseconds: number) => {
    const perCall = milliseconds / sampler.calls();
    if (samples.length < MOST_SAMPLES) samples.push(perCall * 1e6);
    // The budget is wall time, so what preparing cost is part of it.
    return { overriddenDuration: perCall, overriddenIterationCost: milliseconds + preparingMs };
  };
  const hooks = {
    beforeEach: () => {
      const start = performance.now();
      sampler.prepare();
      preparingMs = performance.now() - start;
    },
  };
  if (sampler.isAsync) {
    const sample = async () => overridden(await callingUserCode(caseLabel, sampler.take));
    bench.add('variant', sample, { ...hooks, async: true });
    await bench.run();
  } else {
    const sample = () => {
      try {
        return overridden(sampler.take() as number);
      } catch (error) {
        throw new UserCodeError('calling', error, caseLabel);
      }
    };
    bench.add('variant', sample, { ...hooks, async: false });
    bench.runSync();
  }
  return samples;
}

/**
 * Entries after one sequence from a forgotten state. The share of calls that the cache answered follows only when there is exactly one entry
 * for each distinct argument list: then nothing was evicted, and no call added entries of its own.
 */
async function cacheUse(
  task: SampleTask,
  module: VariantModule,
  inputs: CaseInputs,
): Promise<{ readonly hitRate?: number; readonly cacheEntries?: number }> {
  if (task.workload !== 'sequence' || module.cacheSize === undefined || module.reset === undefined) return {};
  const calls = inputs.sequence?.() ?? [inputs.call()];
  const distinct = new Set(calls.map(({ args }) => fingerprint(args).text)).size;
  module.reset();
  for (const { receiver, args } of calls) await settled(module.call(receiver, args));
  const cacheEntries = module.cacheSize();
  if (calls.length < 2 || cacheEntries !== distinct) return { cacheEntries };
  return { cacheEntries, hitRate: (calls.length - distinct) / calls.length };
}

/** tinybench replaces what is thrown when it is no Error, so what user code throws is wrapped before it gets there. */
async function callingUserCode<T>(caseLabel: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UserCodeError) throw error;
    throw new UserCodeError('calling', error, caseLabel);
  }
}
