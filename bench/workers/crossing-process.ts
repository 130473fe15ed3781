// A process of bench:workers: times one kernel as it was and as suggested at the sizes that it is given, and prints a low quantile of each as JSON.
// One process after another does, since processes differ by more than their calls.
import { dataMovement } from '../../src/engine/measure/child/data-movement.ts';
import { waitingMovement } from '../../src/engine/measure/child/waiting-movement.ts';
import type { MovementAnswer } from '../../src/engine/process/protocol.ts';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import type { VariantModule } from '../../src/model/variant.ts';
import type { ProcessTimes, SizeTimes, TimingRequest } from './break-even.ts';
import { coresYardstick } from './cores-seen.ts';
import { itemsOf, kernels } from './kernels.ts';

/** Others on the machine make calls longer and never shorter. */
const LOW = 0.1;
/** Calls timed in a row, and those before them that only wake the threads. */
const BLOCK = 25;
const WAKING = 5;
/** For calls at a size that are asked where their time goes. */
const WATCHING_MS = 100;

const request = JSON.parse(process.argv[2] ?? '') as TimingRequest;
const kernel = kernels.find(({ name }) => name === request.kernel);
if (kernel === undefined) throw new Error(`There is no ${request.kernel}.`);
const [original, suggested] = (await Promise.all([
  import(request.originalUrl),
  import(request.suggestedUrl),
])) as VariantModule[];
if (original === undefined || suggested === undefined) throw new Error('There are two variants.');

const inputs = request.sizes.map((size) => ({ size, items: itemsOf(kernel, size) }));
const taken = inputs.map(() => ({ original: [] as number[], suggested: [] as number[] }));
const yardstick = await coresYardstick();
const coresRead: number[] = [];
// The sizes take turns, so that what the machine does in the meantime meets all of them, in blocks of calls of one variant on one size, as the product
// samples them: what handing over costs depends on the calls before. The first blocks are for the compilers of all threads.
for (let block = -1; block < Math.ceil(request.calls / BLOCK); block += 1) {
  for (const [at, { items }] of inputs.entries()) {
    coresRead.push(yardstick.read());
    for (const [which, variant] of [['original', original] as const, ['suggested', suggested] as const]) {
      for (let call = -WAKING; call < BLOCK; call += 1) {
        const start = performance.now();
        await variant.call(undefined, [items]);
        if (block >= 0 && call >= 0) taken[at]?.[which].push(performance.now() - start);
      }
    }
  }
}
const movements: (MovementAnswer | undefined)[] = [];
const movementOf = suggested.waiting === undefined ? dataMovement : waitingMovement;
for (const { items } of request.watched === true ? inputs : []) {
  const makeBlock = () => ({ receivers: [undefined], lists: [[items]] });
  const plan = { callsPerEntry: 1, makeBlock, lengthIsFree: true, reset: undefined, together: false };
  movements.push((await movementOf(suggested, plan, WATCHING_MS)).movement);
}
await suggested.dispose?.();
await yardstick.end();
const low = (times: readonly number[]): number =>
  quantile(
    [...times].sort((a, b) => a - b),
    LOW,
  );
const times: readonly SizeTimes[] = inputs.map(({ size }, at) => ({
  size,
  original: low(taken[at]?.original ?? []),
  suggested: low(taken[at]?.suggested ?? []),
  ...(movements[at] === undefined ? {} : { movement: movements[at] }),
}));
const seen: ProcessTimes = {
  times,
  cores: quantile(
    [...coresRead].sort((a, b) => a - b),
    0.5,
  ),
};
process.stdout.write(JSON.stringify(seen));
