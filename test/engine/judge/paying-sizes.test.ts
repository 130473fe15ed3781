import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakEvenAbove,
  findBreakEven,
  findUpperBreakEven,
  type GrowthOfBoth,
} from '../../../src/engine/judge/break-even.ts';
import type { Comparison } from '../../../src/engine/judge/estimate-measurements.ts';
import { withGrowth } from '../../../src/engine/judge/growth.ts';
import { payingSizes } from '../../../src/engine/judge/paying-sizes.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import type { Estimate, Growth, PayingSizes, Verdict } from '../../../src/model/report.ts';

const SIZES = [100, 1e3, 1e4];

const onTwoThreads = (undivided: number) => ({ undivided, perThread: 4, threads: 2 });

interface Case {
  readonly original: (size: number) => number;
  readonly rewrite: (size: number) => number;
  readonly sizes?: readonly number[];
  /** Half the width of the intervals, relative. */
  readonly spread?: number;
  readonly pairs?: (size: number) => number;
  readonly workload?: Comparison['workload'];
  readonly verdict?: Verdict;
}

function estimate(value: number, spread: number): Estimate {
  return { value, low: value / (1 + spread), high: value * (1 + spread), confidence: 0.95 };
}

function comparisonsOf({
  original,
  rewrite,
  sizes = SIZES,
  spread = 0.02,
  pairs = () => 7,
  workload = 'single',
}: Case) {
  return sizes.map((size): Comparison => {
    const ratio = estimate(original(size) / rewrite(size), spread);
    return {
      label: `n = ${size}`,
      size,
      workload,
      ratio,
      probability: 0.0001,
      pairs: pairs(size),
      meanRatio: ratio,
      baselineTime: estimate(original(size), spread),
      candidateTime: estimate(rewrite(size), spread),
      floorNs: 0,
      baselineFirstCallMs: 1,
      candidateFirstCallMs: 1,
      baselineLoadMs: 1,
      candidateLoadMs: 1,
      steadyShare: 1,
    };
  });
}

function growthOf(sizes: readonly number[], timeOf: (size: number) => number, spread: number): Growth | undefined {
  return withGrowth({
    perCase: sizes.map((size) => ({ label: `n = ${size}`, size, time: estimate(timeOf(size), spread) })),
  }).growth;
}

function growthsOf(sizes: readonly number[], { original, rewrite }: Pick<Case, 'original' | 'rewrite'>): GrowthOfBoth {
  const [baseline, candidate] = [growthOf(sizes, original, 0.02), growthOf(sizes, rewrite, 0.02)];
  if (baseline === undefined || candidate === undefined) throw new Error('Both grow.');
  return { baseline, candidate };
}

function paying(given: Case): PayingSizes | undefined {
  const { original, rewrite, sizes = SIZES, spread = 0.02 } = given;
  const largest = Math.max(...sizes);
  return payingSizes({
    verdict: given.verdict ?? (original(largest) > rewrite(largest) ? 'faster' : 'slower'),
    comparisons: comparisonsOf(given),
    sameCodeDifference: 0.01,
    baselineGrowth: growthOf(sizes, original, spread),
    candidateGrowth: growthOf(sizes, rewrite, spread),
  });
}

describe('among the measured sizes a rewrite pays', () => {
  it('from a size on, with the interval of the ratio carried over to the size', () => {
    const found = paying({ original: (n) => 10 * n, rewrite: (n) => 1e4 + 5 * n });
    expect(found?.measured).toBe('from');
    const { size, low, high } = found?.crossing ?? { size: 0, low: 0, high: 0 };
    // The true crossing is 2000; a straight line in log-log between 1000 and 10000 would find it at 2770.
    expect(Math.abs(Math.log(size / 2000))).toBeLessThan(0.05);
    expect(low).toBeLessThan(2000);
    expect(high).toBeGreaterThan(2000);
    expect(high / low).toBeLessThan(1.5);
    expect(found).not.toHaveProperty('extrapolated');
  });

  it('up to a size, when the original is faster above it', () => {
    const found = paying({ original: (n) => 1e4 + 5 * n, rewrite: (n) => 10 * n });
    expect(found?.measured).toBe('up-to');
    expect(Math.abs(Math.log((found?.crossing?.size ?? 0) / 2000))).toBeLessThan(0.05);
    expect(found?.crossing?.low).toBeLessThan(2000);
    expect(found?.crossing?.high).toBeGreaterThan(2000);
  });

  it('at all of them, or at none', () => {
    expect(paying({ original: (n) => 10 * n, rewrite: (n) => 5 * n })).toEqual({ measured: 'all' });
    expect(paying({ original: (n) => 5 * n, rewrite: (n) => 10 * n })).toEqual({ measured: 'none' });
  });

  it('not from a size on up to which the rewrite does as the original does', () => {
    const comparisons = comparisonsOf({ original: (n) => 10 * n, rewrite: (n) => 1e4 + 5 * n });
    expect(breakEvenAbove(onTwoThreads(5000), comparisons)).toMatchObject({ size: 5001, low: 5001, high: 1e4 });
    expect(breakEvenAbove(onTwoThreads(500), comparisons)).toEqual(findBreakEven(comparisons));
    // It was seen to be faster before, so something else is.
    expect(breakEvenAbove(onTwoThreads(2e4), comparisons)).toEqual(findBreakEven(comparisons));
  });

  it('where the work is shared out above a size, from the sizes there alone: a share of the time, and a constant for handing over', () => {
    // 2000 is where half of 10 n is as much as the constant.
    const given = { original: (n: number) => 10 * n, rewrite: (n: number) => (n <= 800 ? 10.2 * n : 1e4 + 5 * n) };
    const sizes = [500, 3200, 40_000];
    const comparisons = comparisonsOf({ ...given, sizes });
    const growth = growthsOf(sizes, given);
    const found = breakEvenAbove(onTwoThreads(800), comparisons, growth);
    const { size, low, high } = found ?? { size: 0, low: 0, high: 0 };
    expect(Math.abs(size / 2000 - 1)).toBeLessThan(0.2);
    // Nobody saw threads wait, so that all of the constant may be that.
    expect(low).toBe(801);
    expect(high).toBeGreaterThan(2000);
    expect(high).toBeLessThanOrEqual(3200);
    // The curve through all three sizes knows nothing of the jump, and asks for a size that is surely slower.
    expect(findBreakEven(comparisons, growth)).toBeUndefined();
  });

  it('never before the size up to which it does as the original does, nor after one at which it was faster', () => {
    const early = { original: (n: number) => 10 * n, rewrite: (n: number) => (n <= 3000 ? 10.2 * n : 1e4 + 5 * n) };
    const sizes = [500, 4000, 40_000];
    const growth = growthsOf(sizes, early);
    const found = breakEvenAbove(onTwoThreads(3000), comparisonsOf({ ...early, sizes }), growth);
    expect(found?.size).toBe(3001);
    expect(found?.high).toBeLessThanOrEqual(4000);
  });

  it('without a known growth the interval is as wide as the two sizes: between them the ratio may take any way', () => {
    const found = findBreakEven(comparisonsOf({ original: (n) => 10 * n, rewrite: (n) => 1e4 + 5 * n }));
    expect(found?.size).toBeCloseTo(2768, -1);
    expect(found).toMatchObject({ low: 1e3, high: 1e4 });
  });

  it.each<Verdict>(['no-difference', 'withheld', 'failed'])('nothing is said where the verdict is %s', (verdict) => {
    expect(paying({ original: (n) => 10 * n, rewrite: (n) => 1e4 + 5 * n, verdict })).toBeUndefined();
  });

  it('a size that too few processes measured is no ground for any of it', () => {
    const few = (largest: number) => (size: number) => (size <= largest ? 2 : 7);
    const from = { original: (n: number) => 10 * n, rewrite: (n: number) => 1e4 + 5 * n };
    // Without 100 and 1000 only one size is left.
    expect(findBreakEven(comparisonsOf({ ...from, pairs: few(1e3) }))).toBeUndefined();
    expect(paying({ ...from, pairs: few(1e3) })).toBeUndefined();
    expect(paying({ original: (n) => 10 * n, rewrite: (n) => 5 * n, pairs: few(100) })).toBeUndefined();
  });

  it('differences within the noise of the run are neither "all" nor "none"', () => {
    expect(paying({ original: (n) => 1.02 * n, rewrite: (n) => n, spread: 0.01 })).toBeUndefined();
  });

  it('one size, or sizes that are the same, say nothing', () => {
    const linear = { original: (n: number) => 10 * n, rewrite: (n: number) => 5 * n };
    expect(paying({ ...linear, sizes: [100] })).toBeUndefined();
    expect(paying({ ...linear, sizes: [100, 100] })).toBeUndefined();
  });
});

describe('outside the measured sizes', () => {
  const overhead = (nanoseconds: number) => ({
    original: (n: number) => 10 * n,
    rewrite: (n: number) => nanoseconds + 2 * n,
  });

  it('a crossing is expected above, near where it truly is, and inside its interval', () => {
    const found = paying(overhead(2.4e5));
    expect(found).toMatchObject({ measured: 'none', extrapolated: { pays: 'from' } });
    const { size, low, high } = found?.extrapolated ?? { size: 0, low: 0, high: 0 };
    expect(size / 3e4).toBeGreaterThan(0.8);
    expect(size / 3e4).toBeLessThan(1.25);
    expect(low).toBeLessThan(3e4);
    expect(high).toBeGreaterThan(3e4);
  });

  it('and below: a rewrite with overhead that is faster at all measured sizes stops to pay at smaller ones', () => {
    const found = paying({ ...overhead(400), sizes: [100, 1e3, 1e4] });
    expect(found).toMatchObject({ measured: 'all', extrapolated: { pays: 'from' } });
    expect(found?.extrapolated?.size).toBeGreaterThan(35);
    expect(found?.extrapolated?.size).toBeLessThan(75);
  });

  it('a rewrite that grows faster than the original is expected to stop paying above', () => {
    const found = paying({ original: (n) => 3e4 * n, rewrite: (n) => n * n });
    expect(found).toMatchObject({ measured: 'all', extrapolated: { pays: 'up-to' } });
    expect(found?.extrapolated?.size).toBeGreaterThan(2.4e4);
    expect(found?.extrapolated?.size).toBeLessThan(3.7e4);
  });

  it('nothing is expected further than one decade away, or where the interval would reach further', () => {
    expect(paying(overhead(2e6))).toEqual({ measured: 'none' });
    expect(paying(overhead(7.5e5))).toEqual({ measured: 'none' });
  });

  it('nothing without a known growth of both, or for call sequences, whose original was fitted on other calls', () => {
    expect(paying({ ...overhead(2.4e5), sizes: [1e3, 1e4] })).toEqual({ measured: 'none' });
    expect(paying({ ...overhead(2.4e5), workload: 'sequence' })).toEqual({ measured: 'none' });
  });

  it('whatever the curves, an expectation lies within its interval, and that within a decade outside the measured sizes', () => {
    const factor = fc.double({ min: 0.1, max: 100, noNaN: true });
    const power = fc.constantFrom(0, 1, 1.5, 2, 3);
    let expected = 0;
    fc.assert(
      fc.property(
        factor,
        factor,
        power,
        power,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (a, b, k, l, constant) => {
          const found = paying({ original: (n) => a * n ** k, rewrite: (n) => constant + b * n ** l })?.extrapolated;
          if (found === undefined) return;
          expected++;
          expect(found.low).toBeLessThanOrEqual(found.size);
          expect(found.high).toBeGreaterThanOrEqual(found.size);
          const isAbove = found.low >= 1e4 && found.high <= 1e5 * 1.0001;
          const isBelow = found.high <= 100 && found.low >= 10 * 0.9999;
          expect(isAbove || isBelow).toBe(true);
        },
      ),
      { seed: 5, numRuns: 1000 },
    );
    expect(expected).toBeGreaterThan(20);
  });
});

describe('the upper break-even', () => {
  it('is the break-even of the other variant', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e3, max: 4e4, noNaN: true }), (overhead) => {
        const original = (n: number) => 10 * n;
        const rewrite = (n: number) => overhead + 5 * n;
        const from = findBreakEven(comparisonsOf({ original, rewrite }));
        const upTo = findUpperBreakEven(comparisonsOf({ original: rewrite, rewrite: original }));
        expect(upTo?.size).toBeCloseTo(from?.size ?? 0, 6);
        expect(upTo?.low).toBeCloseTo(from?.low ?? 0, 6);
        expect(upTo?.high).toBeCloseTo(from?.high ?? 0, 6);
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});

describe('the intervals of crossings', () => {
  const random = seededRandom('crossings');
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const log2 = (n: number) => n * Math.log2(n);
  const noise = 0.02;

  /** Shares of trials with an answer, and of answers whose interval holds the truth. */
  function coverage(original: (n: number) => number, rewrite: (n: number) => number, truth: number, sizes = SIZES) {
    const trials = 200;
    let [answers, held] = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const factors = new Map(
        sizes.map((n) => [n, { own: Math.exp(noise * normal()), other: Math.exp(noise * normal()) }]),
      );
      const found = paying({
        original: (n) => original(n) * (factors.get(n)?.own ?? 1),
        rewrite: (n) => rewrite(n) * (factors.get(n)?.other ?? 1),
        sizes,
        // Twice the standard error of a ratio of two such times.
        spread: 2 * Math.SQRT2 * noise,
      });
      const range = found?.crossing ?? found?.extrapolated;
      if (range === undefined) continue;
      answers++;
      if (range.low <= truth && range.high >= truth) held++;
    }
    return { answered: answers / trials, held: held / Math.max(1, answers) };
  }

  it.each([
    ['overhead beside linear work', (n: number) => 10 * n, (n: number) => 1e4 + 5 * n, 2000],
    ['overhead beside quadratic work', (n: number) => n * n, (n: number) => 1e6 + 0.3 * n * n, Math.sqrt(1e6 / 0.7)],
    ['n log n against n', (n: number) => log2(n), (n: number) => 9 * n, 2 ** 9],
    ['linear against constant', (n: number) => 10 * n, () => 3e4, 3000],
  ])('hold the truth in at least nine of ten runs: %s', (_, original, rewrite, truth) => {
    const { answered, held } = coverage(original, rewrite, truth);
    expect(answered).toBeGreaterThan(0.9);
    expect(held).toBeGreaterThan(0.9);
  });

  it.each([
    ['overhead beside linear work', (n: number) => 10 * n, (n: number) => 1.6e5 + 2 * n, 2e4, 0.5],
    [
      'overhead beside quadratic work',
      (n: number) => n * n,
      (n: number) => 4e8 + 0.1 * n * n,
      Math.sqrt(4e8 / 0.9),
      0.5,
    ],
    ['linear against quadratic', (n: number) => 3e4 * n, (n: number) => n * n, 3e4, 0.9],
    ['overhead that shows below', (n: number) => 10 * n, (n: number) => 400 + 2 * n, 50, 0.1],
  ])('hold it where they are extrapolated, too: %s', (_, original, rewrite, truth, leastAnswered) => {
    const { answered, held } = coverage(original, rewrite, truth);
    expect(answered).toBeGreaterThan(leastAnswered);
    expect(held).toBeGreaterThan(0.9);
  });
});
