// The `sample` task: times one variant on one case in this process. tinybench is the sampler: one bench, one task whose function runs k calls,
// arguments made ready in its beforeEach hook, durations handed over by its overriddenDuration. What the numbers mean is judged elsewhere, from
// many such processes.
import { Bench } from 'tinybench';
import { inputsOfCase } from '../../process/child/cases.ts';
import type { EnterPhase } from '../../process/child/child-phase.ts';
import { type ResultKind, resultKind, settled } from '../../process/child/consume.ts';
import { loadVariant } from '../../process/child/load-variant.ts';
import { withTypedInputs } from '../../process/child/typed-data.ts';
import { UserCodeError } from '../../process/child/user-code-error.ts';
import type { SampleAnswer, SampleTask } from '../../process/protocol.ts';
import { median } from '../../statistics/quantile.ts';
import { cacheUse } from './cache-use.ts';
import { callTakenOff } from './call-cost.ts';
import type { Sink } from './call-loop.ts';
import { dataMovement } from './data-movement.ts';
import { emptyCallBefore, emptyCallsAfter } from './empty-calls.ts';
import { timerStep, watchMachineShare } from './machine-share.ts';
import { memoryUse } from './memory-use.ts';
import { peakMemory } from './peak-memory.ts';
import { createSampler, type Sampler, SHORT_SAMPLE_MS } from './sampler.ts';
import { waitingMovement } from './waiting-movement.ts';
import { warmUp } from './warm-up.ts';
import { compareResult, firstResult, watchInputs } from './watch-inputs.ts';
import { planWorkload } from './workload.ts';
import { createYardstick, type Yardstick } from './yardstick.ts';

/** Samples kept of one process, whatever the budget. */
const MOST_SAMPLES = 20_000;
/** Of the time for samples, spent once more on looking at memory. */
const MEMORY_SHARE = 0.2;
/** Of the same, spent on where the time of calls goes that hand work to threads. */
const MOVEMENT_SHARE = 0.1;

export async function sampleCase(task: SampleTask, enter: EnterPhase): Promise<SampleAnswer> {
  const sink: Sink = { value: undefined };
  const ownRssBytes = peakMemory();
  const { module: loaded, loadMs } = await loadVariant(task.variant);
  const module = withTypedInputs(loaded);
  // From here on nothing of ours runs beside this process.
  await enter('inputs');
  const inputs = inputsOfCase(module.inputs, task.caseIndex, task.seed, task.addedSize);
  const plan = planWorkload(task, module, inputs);
  const firstBlock = plan.makeBlock(1);
  const watch = task.watchInputs ? watchInputs(plan, firstBlock, task.renewArguments) : undefined;
  await enter('calling', inputs.label);
  return callingUserCode(inputs.label, async () => {
    const start = performance.now();
    const returned = module.call(firstBlock.receivers[0], firstBlock.lists[0] ?? []);
    const kind: ResultKind = resultKind(returned);
    sink.value = kind === 'value' ? returned : await settled(returned);
    const firstCallMs = performance.now() - start;
    const first = watch && firstResult(sink.value);

    const reused = task.renewArguments ? undefined : firstBlock;
    const sampler = createSampler(plan, module.call, kind, reused, sink);
    const emptyCallNs = await emptyCallBefore(sampler);
    const yardstick = createYardstick();
    const { steady, isTooShort } = await warmUp(sampler, task.warmupMs);
    const machineShare = watchMachineShare();
    const { samples, sampleMs } = await takeSamples(sampler, yardstick, task.sampleMs, inputs.label);
    const share = machineShare();
    const yardstickNs = yardstick.lowNs();
    const kept = sink.value;
    const peakRssBytes = peakMemory();
    const calls = sampler.listsUsed();
    const emptyCalls = await emptyCallsAfter(sampler, emptyCallNs);
    const floorNs = Math.min(emptyCalls.beforeNs, emptyCalls.afterNs);
    // What comes after the samples makes calls as well: not with a sample that takes as long as all of them should.
    const isQuick = sampleMs < task.sampleMs;
    const callsPerSample = sampler.calls();
    const isCallByCall = sampler.isAsync ? sampler.awaitsEachCall : plan.callsPerEntry === 1;
    const argumentsChanged = watch?.argumentsChanged(sampler.lastBlock());
    const movement = module.waiting === undefined ? dataMovement : waitingMovement;
    const memory = task.watchMemory ? await memoryUse(sampler, task.sampleMs * MEMORY_SHARE) : {};
    return {
      samples: isCallByCall ? samples.map((sample) => callTakenOff(sample, floorNs)) : samples,
      callsPerSample,
      firstCallMs,
      loadMs,
      steady,
      ...(isTooShort ? { warmUpTooShort: true } : {}),
      floorNs,
      peakRssBytes,
      ownRssBytes,
      ...memory,
      ...(await cacheUse(task, module, inputs)),
      ...(task.watchMemory ? await movement(module, plan, task.sampleMs * MOVEMENT_SHARE) : {}),
      execArguments: process.execArgv,
      facts: {
        isAsync: sampler.isAsync,
        timerStepNs: timerStep(),
        sampleNs: sampleMs * 1e6,
        ...share,
        calls,
        emptyCalls,
        ...(yardstickNs === undefined ? {} : { yardstickNs }),
        ...(task.renewArguments
          ? {
              renewed: {
                lists: sampler.listsMade(),
                calls: sampler.listsUsed(),
                shared: watch?.shared() ?? 'not-looked-at',
              },
            }
          : {}),
        ...(argumentsChanged === undefined ? {} : { argumentsChanged }),
        result:
          first === undefined
            ? 'not-looked-at'
            : await compareResult(kept, first, { plan, isAsync: sampler.isAsync }, isQuick ? module.call : undefined),
      },
    };
  });
}

interface Samples {
  /** Nanoseconds per call. */
  readonly samples: readonly number[];
  /** How long a sample lasted, the middle one. */
  readonly sampleMs: number;
}

async function takeSamples(
  sampler: Sampler,
  yardstick: Yardstick,
  budgetMs: number,
  caseLabel: string,
): Promise<Samples> {
  // tinybench sorts what it retains; the order taken is kept here, for drifts to be seen.
  const samples: number[] = [];
  const lengths: number[] = [];
  let preparingMs = 0;
  const bench = new Bench({ time: budgetMs, iterations: 1, warmup: false, throws: true });
  const overridden = (milliseconds: number) => {
    const perCall = milliseconds / sampler.calls();
    if (samples.length < MOST_SAMPLES) {
      samples.push(perCall * 1e6);
      lengths.push(milliseconds);
    }
    // The budget is wall time, so what preparing cost is part of it.
    return { overriddenDuration: perCall, overriddenIterationCost: milliseconds + preparingMs };
  };
  const hooks = {
    beforeEach: () => {
      // Calls can become faster after the warm-up, or were held up in it; a sample too short for the timer is not repeated for ever.
      const lastMs = lengths.at(-1);
      if (lastMs !== undefined && lastMs < SHORT_SAMPLE_MS) sampler.resize(preparingMs, lastMs);
      const start = performance.now();
      sampler.prepare();
      yardstick.read();
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
  yardstick.read();
  return { samples, sampleMs: median(lengths) };
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
