// Simulations with a fixed seed: intervals have to hold the truth as often as they say, also with the kinds of noise that processes show.
import { describe, expect, it } from 'vitest';
import { pairedRatio, pairSpread } from '../../../src/engine/statistics/paired-ratio.ts';
import { estimateTime } from '../../../src/engine/statistics/process-time.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import { toSample } from '../../../src/engine/statistics/sample.ts';
import type { RandomSource } from '../../../src/model/variant.ts';

const TRIALS = 3000;

/** Box and Muller. */
function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

type Noise = (random: RandomSource) => number;
const NOISES: Record<string, Noise> = {
  'even noise of 2 %': (random) => 0.02 * normal(random),
  'noise that only adds time': (random) => 0.02 * Math.abs(normal(random)) + (random() < 0.1 ? 0.3 * random() : 0),
  'two speeds 25 % apart': (random) => 0.01 * normal(random) + (random() < 0.5 ? Math.log(1.25) : 0),
  'mostly one speed, sometimes another': (random) => 0.01 * normal(random) + (random() < 0.15 ? Math.log(1.4) : 0),
};

/** Share of trials whose 95 % interval misses the true ratio, each with its own pairs of processes. */
function missShare(noise: Noise, pairs: number, trueRatio: number): number {
  const random = seededRandom('coverage', pairs);
  let misses = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const first = new Map<number, number>();
    const second = new Map<number, number>();
    for (let round = 0; round < pairs; round++) {
      // A slow round slows both.
      const slowdown = 0.1 * normal(random);
      first.set(round, 1000 * trueRatio * Math.exp(noise(random) + slowdown));
      second.set(round, 1000 * Math.exp(noise(random) + slowdown));
    }
    const ratio = pairedRatio(first, second)?.ratio;
    if (ratio === undefined || ratio.low > trueRatio || ratio.high < trueRatio) misses++;
  }
  return misses / TRIALS;
}

describe('the interval of a ratio', () => {
  for (const [name, noise] of Object.entries(NOISES)) {
    it.each([3, 5, 7, 10, 20])(
      `misses the truth in at most about one of twenty runs with ${name} and %d rounds`,
      (pairs) => {
        expect(missShare(noise, pairs, 1)).toBeLessThan(0.07);
      },
    );
  }

  it('does so for other ratios than 1 as well, and is not needlessly wide', () => {
    const share = missShare(NOISES['even noise of 2 %'] as Noise, 10, 3.7);
    expect(share).toBeLessThan(0.065);
    expect(share).toBeGreaterThan(0.02);
  });
});

describe('what a claim rests on', () => {
  /** Share of trials in which "equally fast" is refused at `level`. */
  const refusedShare = (noise: Noise, pairs: number, trueRatio: number, level: number): number => {
    const random = seededRandom('claims', pairs);
    let refused = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const times = (scale: number) =>
        new Map(Array.from({ length: pairs }, (_, round) => [round, scale * Math.exp(noise(random))] as const));
      if ((pairedRatio(times(1000 * trueRatio), times(1000))?.probability ?? 1) < level) refused++;
    }
    return refused / TRIALS;
  };
  const { 'two speeds 25 % apart': _coarse, ...others } = NOISES;

  it.each([3, 4, 5, 6, 7, 10])('is there by chance in at most some one of a hundred runs of %d rounds', (pairs) => {
    for (const [name, noise] of Object.entries(others))
      expect(refusedShare(noise, pairs, 1, 0.01), name).toBeLessThan(0.016);
  });

  it('is found in few rounds where the difference is plain, with four other candidates beside', () => {
    const noise: Noise = (random) => 0.05 * normal(random);
    for (const pairs of [5, 6, 7]) expect(refusedShare(noise, pairs, 1.5, 0.01 / 5), `${pairs}`).toBeGreaterThan(0.95);
  });
});

describe('what a few rounds of several variants tell', () => {
  /** Share of trials in which "equally fast" is refused at `level`, beside a twin and three other variants that are as fast as the original. */
  const refusedShare = (noise: Noise, pairs: number, trueRatio: number, level: number, isAlone = false): number => {
    const random = seededRandom('several', pairs);
    let refused = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const times = (scale: number) =>
        new Map(Array.from({ length: pairs }, (_, round) => [round, scale * Math.exp(noise(random))] as const));
      const original = times(1000);
      const others = (isAlone ? [] : [1, 2, 3, 4]).flatMap(() => pairSpread(original, times(1000)) ?? []);
      if ((pairedRatio(original, times(1000 / trueRatio), { others })?.probability ?? 1) < level) refused++;
    }
    return refused / TRIALS;
  };
  const noises: Record<string, Noise> = {
    ...NOISES,
    'even noise of 40 %': (random) => 0.4 * normal(random),
    'two speeds 60 % apart': (random) => 0.02 * normal(random) + (random() < 0.5 ? Math.log(1.6) : 0),
  };

  it.each([3, 4, 5, 7])('claims hardly anything between equals after %d rounds', (pairs) => {
    for (const [name, noise] of Object.entries(noises))
      expect(refusedShare(noise, pairs, 1, 0.01), name).toBeLessThan(0.013);
  });

  it('is claimed no more often than by its pairs alone where code runs at two speeds that are far apart', () => {
    const noise: Noise = (random) => 0.02 * normal(random) + (random() < 0.4 ? Math.log(2.5) : 0);
    for (const pairs of [3, 5])
      expect(refusedShare(noise, pairs, 1, 0.01)).toBeLessThanOrEqual(
        refusedShare(noise, pairs, 1, 0.01, true) + 0.002,
      );
  });

  it('finds a rewrite four times as fast in three rounds, with four other candidates beside', () => {
    const noise: Noise = (random) => 0.15 * normal(random);
    expect(refusedShare(noise, 3, 4, 0.01 / 5)).toBeGreaterThan(0.9);
  });
});

describe('the first verdict, of the candidate that one round showed to be twice as fast', () => {
  const CANDIDATES = 4;
  /** Share of runs in which it is claimed after three rounds of it, the original and the twin, by Holm's correction over all candidates. */
  const claimedShare = (noise: Noise, trueRatio: number): number => {
    const random = seededRandom('first verdict');
    let claimed = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const time = (scale = 1): number => 1000 * scale * Math.exp(noise(random));
      const [original, twin] = [[time()], [time()]];
      const first = Array.from({ length: CANDIDATES }, (_, i) => time(i === 0 ? 1 / trueRatio : 1));
      const best = Math.min(...first);
      if ((original[0] as number) / best < 2) continue;
      const scale = first.indexOf(best) === 0 ? 1 / trueRatio : 1;
      const ahead = [best, time(scale), time(scale)];
      for (const times of [original, twin]) times.push(time(), time());
      const rounds = (times: readonly number[]) => new Map(times.entries());
      const others = [pairSpread(rounds(original), rounds(twin)) ?? []].flat();
      const ratio = pairedRatio(rounds(original), rounds(ahead), { others });
      if ((ratio?.probability ?? 1) * CANDIDATES < 0.01) claimed++;
    }
    return claimed / TRIALS;
  };

  it('is hardly ever wrong between equals, although the best of several was picked', () => {
    const wild: Record<string, Noise> = {
      ...NOISES,
      'even noise of 40 %': (random) => 0.4 * normal(random),
      'two speeds 2.5x apart': (random) => 0.02 * normal(random) + (random() < 0.4 ? Math.log(2.5) : 0),
      'two speeds 4x apart': (random) => 0.02 * normal(random) + (random() < 0.5 ? Math.log(4) : 0),
    };
    for (const [name, noise] of Object.entries(wild)) expect(claimedShare(noise, 1), name).toBeLessThan(0.01);
  });

  it('is there where the difference is plain', () => {
    expect(claimedShare((random) => 0.05 * normal(random), 4)).toBeGreaterThan(0.9);
  });
});

describe('the interval of a time', () => {
  it.each([5, 10, 20])('holds the true time in 19 of 20 runs with %d processes', (processes) => {
    const random = seededRandom('time', processes);
    let misses = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const sample = toSample(Array.from({ length: processes }, () => 250 * Math.exp(0.03 * normal(random))));
      const estimate = sample === undefined ? undefined : estimateTime(sample);
      if (estimate === undefined || estimate.low > 250 || estimate.high < 250) misses++;
    }
    expect(misses / TRIALS).toBeLessThan(0.07);
  });
});
