// A program with the harness that ours must not be: a timed loop that sees one function only, until the compiler has put that function into it.
// Prints what the empty function costs there afterwards. Bundled and run by integrity-of-real-code.test.ts.
import { timeCalls } from '../../../src/engine/measure/child/call-loop.ts';
import { emptyCallBefore, emptyCallsAfter } from '../../../src/engine/measure/child/empty-calls.ts';
import { createSampler } from '../../../src/engine/measure/child/sampler.ts';
import { planWorkload } from '../../../src/engine/measure/child/workload.ts';
import { inputsOfCase } from '../../../src/engine/process/child/cases.ts';
import type { SampleTask } from '../../../src/engine/process/protocol.ts';
import type { VariantModule } from '../../../src/model/variant.ts';

/** Of the processor: on a busy machine the compiler waits as well. */
const SAMPLING_MS = 800;
const COMPILING_MS = 10_000;
const sink: { value: unknown } = { value: undefined };
const module: VariantModule = {
  inputs: { sizes: [3], args: (n) => [n] },
  call: (_receiver, args) => {
    let sum = 0;
    for (let i = 0; i < (args[0] as number); i++) sum += i * i;
    return sum;
  },
};
const task: SampleTask = {
  kind: 'sample',
  variant: { id: 'baseline', entry: '', cwd: '' },
  seed: 1,
  caseIndex: 0,
  workload: 'single',
  renewArguments: false,
  watchMemory: false,
  watchInputs: false,
  warmupMs: 0,
  sampleMs: 0,
};
const plan = planWorkload(task, module, inputsOfCase(module.inputs, 0, 1));
const sampling = (): boolean => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 < SAMPLING_MS;
};

if (process.argv[2] === 'ours') {
  const sampler = createSampler(plan, module.call, 'value', plan.makeBlock(1), sink);
  const before = await emptyCallBefore(sampler);
  while (sampling()) {
    sampler.prepare();
    sampler.resize(0, sampler.take() as number);
  }
  console.log(JSON.stringify(await emptyCallsAfter(sampler, before)));
} else {
  const block = plan.makeBlock(64);
  while (sampling()) timeCalls(module.call, block, 500, undefined, sink);
  const timer = {
    isAsync: false,
    timeOther: (call: VariantModule['call'], calls: typeof block) => timeCalls(call, calls, 1, undefined, sink),
  };
  // Nothing else ran in the loop before, so there is no cost of an empty call from then: the one after it was compiled anew stands for it.
  const { firstAfterNs } = await emptyCallsAfter(timer, 0);
  const end = performance.now() + COMPILING_MS;
  let afterNs = Number.POSITIVE_INFINITY;
  while (performance.now() < end && afterNs > firstAfterNs / 3)
    afterNs = Math.min(afterNs, await emptyCallBefore(timer));
  console.log(JSON.stringify({ beforeNs: afterNs, firstAfterNs, afterNs }));
}
