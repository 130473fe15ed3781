// A process of bench:workers: times one kernel as it was and as suggested at the size that it is given, and prints a low quantile of each as JSON.
// One process after another does, since processes differ by more than their calls.
import { dataMovement } from '../../src/engine/measure/child/data-movement.ts';
import { waitingMovement } from '../../src/engine/measure/child/waiting-movement.ts';
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
/** Of each variant, before calls count: for the compilers of all threads. */
const WARM_UP_MS = 80;
/** For calls that are asked where their time goes. */
const WATCHING_MS = 100;

const request = JSON.parse(process.argv[2] ?? '') as TimingRequest;
const kernel = kernels.find(({ name }) => name === request.kernel);
if (kernel === undefined) throw new Error(`There is no ${request.kernel}.`);
const [original, suggested] = (await Promise.all([
  import(request.originalUrl),
  import(request.suggestedUrl),
])) as VariantModule[];
if (original === undefined || suggested === undefined) throw new Error('There are two variants.');

const items = itemsOf(kernel, request.size);
const variants = { original, suggested };
const taken = { original: [] as number[], suggested: [] as number[] };
const yardstick = await coresYardstick();
const coresRead: number[] = [];
for (const variant of [original, suggested]) {
  for (const start = performance.now(); performance.now() - start < WARM_UP_MS; )
    await variant.call(undefined, [items]);
}
// In blocks of calls of one variant, as the product samples them: what handing over costs depends on the calls before.
for (let block = 0; block < Math.ceil(request.calls / BLOCK); block += 1) {
  coresRead.push(yardstick.read());
  for (const which of ['original', 'suggested'] as const) {
    for (let call = -WAKING; call < BLOCK; call += 1) {
      const start = performance.now();
      await variants[which].call(undefined, [items]);
      if (call >= 0) taken[which].push(performance.now() - start);
    }
  }
}
const movementOf = suggested.waiting === undefined ? dataMovement : waitingMovement;
const makeBlock = () => ({ receivers: [undefined], lists: [[items]] });
const plan = { callsPerEntry: 1, makeBlock, lengthIsFree: true, reset: undefined, together: false };
const movement = request.watched === true ? (await movementOf(suggested, plan, WATCHING_MS)).movement : undefined;
await suggested.dispose?.();
await yardstick.end();
const low = (times: readonly number[]): number =>
  quantile(
    [...times].sort((a, b) => a - b),
    LOW,
  );
const times: SizeTimes = {
  size: request.size,
  original: low(taken.original),
  suggested: low(taken.suggested),
  ...(movement === undefined ? {} : { movement }),
};
const seen: ProcessTimes = {
  times,
  cores: quantile(
    [...coresRead].sort((a, b) => a - b),
    0.5,
  ),
};
process.stdout.write(JSON.stringify(seen));
