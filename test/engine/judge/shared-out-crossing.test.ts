// Against a machine that is computed: parts of known work are taken by threads one after another, as the suggested code has them taken, so that the size from
// which it pays is known exactly.
import { describe, expect, it } from 'vitest';
import { partsAt, type SharedOut, sharedOutCrossing } from '../../../src/engine/judge/shared-out-crossing.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import type { DataMovement, Estimate, Growth } from '../../../src/model/report.ts';

interface Machine {
  readonly sharedOut: SharedOut;
  /** Of an item, nanoseconds. */
  readonly work: (item: number) => number;
  /** Before the caller takes its first part, until another thread does, and for handing over what a part gave. */
  readonly preparing: number;
  readonly waking: number;
  readonly answering: number;
}

interface Call {
  readonly original: number;
  readonly rewrite: number;
  readonly movement?: DataMovement;
}

function callOn({ sharedOut, work, preparing, waking, answering }: Machine, size: number): Call {
  const items = Array.from({ length: size }, (_, at) => work(at));
  const original = sum(items);
  const count = partsAt(size, sharedOut);
  if (count < 2) return { original, rewrite: original * 1.02 };
  const length = Math.ceil(size / count);
  const starts = Array.from({ length: sharedOut.threads }, (_, thread) => preparing + (thread === 0 ? 0 : waking));
  const free = [...starts];
  const worked = new Set<number>();
  let receiveNs = 0;
  for (let from = 0; from < size; from += length) {
    const thread = free.indexOf(Math.min(...free));
    worked.add(thread);
    const answer = thread === 0 ? 0 : answering;
    receiveNs += answer;
    free[thread] = (free[thread] ?? 0) + sum(items.slice(from, from + length)) + answer;
  }
  const rewrite = Math.max(...[...worked].map((thread) => free[thread] ?? 0));
  const sendNs = sum([...worked].map((thread) => starts[thread] ?? 0));
  const moved = { callNs: rewrite, callerNs: 0, sendNs, computeNs: original, receiveNs };
  return { original, rewrite, movement: { label: '', spawnMs: 20, tasks: count, threads: worked.size, ...moved } };
}

/** From the last size on at which it does not pay. */
function trueCrossing(machine: Machine, to: number): number {
  for (let size = to; size > 0; size -= 1) {
    const { original, rewrite } = callOn(machine, size);
    if (rewrite >= original) return size + 1;
  }
  return 1;
}

interface Seeing {
  /** Half the width of the intervals of the ratios, relative. */
  readonly spread?: number;
  /** A factor by which a ratio is off. */
  readonly off?: () => number;
  /** Whether it was looked where the time goes. */
  readonly isWatched?: boolean;
}

function predicted(machine: Machine, sizes: readonly number[], seeing: Seeing = {}) {
  const { spread = 0.02, off = () => 1, isWatched = true } = seeing;
  const points = sizes.map((size) => {
    const { original, rewrite, movement } = callOn(machine, size);
    const ratio = estimate((off() * original) / rewrite, spread);
    return { size, ratio, original, ...(isWatched ? { movement } : {}) };
  });
  const factorNs = (points.at(-1)?.original ?? 0) / (sizes.at(-1) ?? 1);
  return sharedOutCrossing(machine.sharedOut, points, linear(factorNs, 0.03));
}

function linear(factorNs: number, typicalError: number): Growth {
  const fit = { form: 'n' as const, factorNs, constantNs: 0, typicalError };
  return { fits: [fit], exponent: estimate(1, 0.01), fromSize: 10, toSize: 2000 };
}

function estimate(value: number, spread: number): Estimate {
  return { value, low: value / (1 + spread), high: value * (1 + spread), confidence: 0.95 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const onTwo = { undivided: 40, perThread: 4, threads: 2 };
const random = seededRandom('items');
const drawn = Array.from({ length: 4000 }, () => 1000 + 9000 * random());
/** About 5 microseconds an item each, as the kernels of bench:workers have them. */
const works: readonly (readonly [string, Machine['work']])[] = [
  ['items that are alike', () => 5000],
  ['items that are as heavy as chance has it', (item) => drawn[item] ?? 5000],
  [
    'rows of a picture, the middle ones of which are heavy',
    (item) => 900 + 8000 * Math.sin((Math.PI * (item % 27)) / 27) ** 2,
  ],
];
const quick = { preparing: 15_000, waking: 30_000, answering: 10_000 };
const slow = { preparing: 40_000, waking: 150_000, answering: 15_000 };
const sizes = [10, 152, 1144];

describe('the size from which on a rewrite pays that shares its work out', () => {
  it.each(works.flatMap(([name, work]) => [quick, slow].map((costs) => ({ name, work, costs }))))(
    'is told within a fifth: $name, threads that begin after $costs.waking ns',
    ({ work, costs }) => {
      const machine = { sharedOut: onTwo, work, ...costs };
      const truth = trueCrossing(machine, 152);
      const { size, low, high } = predicted(machine, sizes) ?? { size: 0, low: 0, high: 0 };
      expect(Math.abs(size / truth - 1)).toBeLessThan(0.2);
      expect(low).toBeLessThanOrEqual(truth);
      expect(high).toBeGreaterThanOrEqual(truth);
    },
  );

  it.each([2, 4, 8])(
    'lies in its interval on %i threads, whatever handing over costs, and where it is not told within a fifth that says so',
    (threads) => {
      const draw = seededRandom(`machines ${threads}`);
      const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
      const trials = 100;
      let [answers, held, near, told] = [0, 0, 0, 0];
      for (let trial = 0; trial < trials; trial += 1) {
        const [, work] = works[trial % works.length] ?? [];
        if (work === undefined) continue;
        const machine = {
          ...{ sharedOut: { undivided: 40, perThread: 4, threads }, work },
          ...{ preparing: 40_000 * draw(), waking: 20_000 + 150_000 * draw(), answering: 15_000 * draw() },
        };
        const spread = 0.03;
        const found = predicted(machine, [10, 90 + Math.floor(160 * draw()), 1000 + Math.floor(2000 * draw())], {
          ...{ spread, off: () => Math.exp((spread / 2) * normal()) },
        });
        if (found === undefined) continue;
        const truth = trueCrossing(machine, 250);
        const isNear = Math.abs(found.size / truth - 1) < 0.2;
        const isHeld = found.low <= truth && found.high >= truth;
        answers += 1;
        held += isHeld ? 1 : 0;
        near += isNear ? 1 : 0;
        told += isNear || isHeld ? 1 : 0;
      }
      expect(answers).toBeGreaterThan(90);
      expect(near / answers).toBeGreaterThan(0.8);
      expect(held / answers).toBeGreaterThan(0.85);
      expect(told / answers).toBeGreaterThan(0.9);
    },
  );

  it('may be the first that is shared out, where nobody saw threads wait: the interval begins there', () => {
    for (const [, work] of works) {
      const machine = { sharedOut: onTwo, work, ...quick };
      const found = predicted(machine, sizes, { isWatched: false });
      expect(found?.low).toBe(41);
      expect(found?.high).toBeGreaterThan(trueCrossing(machine, 152));
    }
  });

  it('is not told where threads that could have helped did not, from what they would have waited', () => {
    const machine = { sharedOut: onTwo, work: () => 5000, ...quick };
    const points = sizes.map((size) => {
      const { original, rewrite, movement } = callOn(machine, size);
      const alone = movement && { ...movement, threads: 1 };
      return { size, ratio: estimate(original / rewrite, 0.02), movement: alone };
    });
    const unwatched = points.map(({ size, ratio }) => ({ size, ratio }));
    const growth = linear(5000, 0.03);
    expect(sharedOutCrossing(onTwo, points, growth)).toEqual(sharedOutCrossing(onTwo, unwatched, growth));
  });

  it('is not said where no size that is done in one part was measured, at one size alone, slower above, or without a known growth', () => {
    const ratioAt = (size: number, ratio: number) => ({ size, ratio: estimate(ratio, 0.02) });
    const growth = linear(5000, 0.03);
    const [small, middle, large] = [ratioAt(10, 0.9), ratioAt(152, 1.5), ratioAt(1144, 1.9)];
    expect(sharedOutCrossing(onTwo, [small, middle, large], growth)).toBeDefined();
    expect(sharedOutCrossing(onTwo, [middle, large], growth)).toBeUndefined();
    expect(sharedOutCrossing(onTwo, [small, large], growth)).toBeUndefined();
    expect(sharedOutCrossing(onTwo, [small, ratioAt(152, 0.8), large], growth)).toBeUndefined();
    expect(sharedOutCrossing(onTwo, [small, middle, large], undefined)).toBeUndefined();
    expect(sharedOutCrossing({ ...onTwo, threads: 1 }, [small, middle, large], growth)).toBeUndefined();
  });
});
