// From which size on the suggested code pays: predicted as the product does it, from three sizes far apart and the growth fitted to their times, and
// measured close up, at many sizes around that, in turns. A crossing of two noisy times cannot be found by halving: one wrong step
// is never taken back.
import { findBreakEven } from '../../src/engine/judge/break-even.ts';
import { fitGrowth } from '../../src/engine/statistics/growth-fit.ts';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import type { Estimate } from '../../src/model/report.ts';

/** What runs on so many items. */
export interface Timed {
  readonly original: (size: number) => unknown;
  readonly suggested: (size: number) => unknown;
}

interface Size {
  readonly size: number;
  readonly original: readonly number[];
  readonly suggested: readonly number[];
}

export interface Crossing {
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

/** Others on the machine make calls longer and never shorter. */
const LOW = 0.1;
const RESAMPLES = 200;
/** Around the place that was predicted, or seen last. */
const CLOSE_UP = [0.4, 0.5, 0.63, 0.8, 1, 1.26, 1.6, 2, 2.5];

/** Calls timed in a row, and those before them that only wake the threads. */
const BLOCK = 25;
const WAKING = 5;

/**
 * Milliseconds at each size. The sizes take turns, so that what the machine does in the meantime meets all of them, in blocks of calls of one variant
 * on one size, as the product samples them: what handing over costs depends on the calls before. After a call of 6 ms on all threads one on 15 items
 * took 0.19 ms, after others of its own kind 0.12 ms.
 */
export async function timeSizes(timed: Timed, sizes: readonly number[], rounds: number): Promise<readonly Size[]> {
  const taken = sizes.map((size) => ({ size, original: [] as number[], suggested: [] as number[] }));
  // The first blocks are for the compilers of all threads.
  for (let block = -1; block < Math.ceil(rounds / BLOCK); block += 1) {
    for (const one of taken) {
      for (const which of ['original', 'suggested'] as const) {
        for (let call = -WAKING; call < BLOCK; call += 1) {
          const start = performance.now();
          await timed[which](one.size);
          if (block >= 0 && call >= 0) one[which].push(performance.now() - start);
        }
      }
    }
  }
  return taken;
}

/** As a run of the product says it, from the sizes that it was given. */
export function predictedCrossing(measured: readonly Size[]): Crossing | undefined {
  const comparisons = measured.map(({ size, original, suggested }) => ({
    ...{ size, pairs: original.length },
    ...{ original: estimate([original], ([one = 0]) => one), suggested: estimate([suggested], ([one = 0]) => one) },
    ratio: estimate([original, suggested], ([whole = 0, spread = 1]) => whole / spread),
  }));
  const growthOf = (which: 'original' | 'suggested') => {
    const fitted = fitGrowth(comparisons.map((one) => ({ size: one.size, time: one[which] })));
    return 'growth' in fitted ? fitted.growth : undefined;
  };
  const [baseline, candidate] = [growthOf('original'), growthOf('suggested')];
  return findBreakEven(comparisons, baseline && candidate && { baseline, candidate });
}

/** Wider than by this factor an interval says nothing. */
const WIDEST = 4;

/** Where the line through the ratios of the sizes around it, in log-log scale, goes through 1; undefined when that is nowhere near, or above `largest`. */
export async function measuredCrossing(
  timed: Timed,
  { near, largest }: { readonly near: number; readonly largest: number },
  rounds: number,
): Promise<Crossing | undefined> {
  let center = near;
  for (let attempt = 0; attempt < 3 && center < largest; attempt += 1) {
    const sizes = [...new Set(CLOSE_UP.map((factor) => Math.max(1, Math.round(center * factor))))];
    const measured = await timeSizes(timed, sizes, rounds);
    const all = measured.flatMap(({ original, suggested }) => [original, suggested]);
    const crossing = estimate(all, (lows) => {
      const points = sizes.map(
        (size, i) => [Math.log(size), Math.log((lows[2 * i] ?? 1) / (lows[2 * i + 1] ?? 1))] as const,
      );
      return Math.exp(rootOfLine(points));
    });
    const [from = 0, to = 0] = [sizes[0], sizes.at(-1)];
    const isNear = crossing.value > from && crossing.value < to;
    if (isNear && !(crossing.high / crossing.low < WIDEST)) return undefined;
    if (isNear) return { size: crossing.value, low: crossing.low, high: crossing.high };
    center = crossing.value >= to ? center * 3 : center / 3;
  }
  return undefined;
}

/** Something made of low quantiles, with the interval of 95 % that resampling the rounds gives it. */
function estimate(samples: readonly (readonly number[])[], of: (lows: readonly number[]) => number): Estimate {
  const random = seededRandom(1);
  const low = (sample: readonly number[]): number =>
    quantile(
      [...sample].sort((a, b) => a - b),
      LOW,
    );
  const resampled = Array.from({ length: RESAMPLES }, () =>
    of(samples.map((sample) => low(sample.map(() => sample[Math.floor(random() * sample.length)] ?? 0)))),
  ).sort((a, b) => a - b);
  return {
    value: of(samples.map(low)),
    low: quantile(resampled, 0.025),
    high: quantile(resampled, 0.975),
    confidence: 0.95,
  };
}

/** Least squares. Nowhere when the line does not rise. */
function rootOfLine(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return covariance <= 0 ? Number.POSITIVE_INFINITY : meanX - meanY / (covariance / variance);
}
