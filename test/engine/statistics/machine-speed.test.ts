import { describe, expect, it } from 'vitest';
import {
  adjustedTime,
  fitSpeedAdjustment,
  type ProcessReading,
  slopeUncertainty,
} from '../../../src/engine/statistics/machine-speed.ts';
import { pairedRatio } from '../../../src/engine/statistics/paired-ratio.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import type { RandomSource } from '../../../src/model/variant.ts';

function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Processes on a machine whose speed wanders: `slope` of it reaches the code, `own` is the noise of the code itself. */
function processes(
  random: RandomSource,
  count: number,
  { center = 1000, slope = 1, wander = 0.15, own = 0.01 } = {},
): ProcessReading[] {
  return Array.from({ length: count }, () => {
    const slow = wander * Math.abs(normal(random));
    return {
      time: center * Math.exp(slope * slow + own * normal(random)),
      yardstick: 50 * Math.exp(slow + 0.005 * normal(random)),
    };
  });
}

function byRound(times: readonly number[]): ReadonlyMap<number, number> {
  return new Map(times.map((time, round) => [round, time]));
}

function adjustedRatio(first: readonly ProcessReading[], second: readonly ProcessReading[]) {
  const adjustment = fitSpeedAdjustment([first, second]);
  const logs = first.map(({ yardstick }, i) => Math.log(yardstick / (second[i]?.yardstick ?? 1)));
  const meanDifference = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const times = (readings: readonly ProcessReading[]) =>
    byRound(readings.map((reading) => adjustedTime(reading, adjustment)));
  const factor = slopeUncertainty({ meanDifference, pairs: logs.length }, adjustment);
  const ratio = pairedRatio(times(first), times(second), { varianceFactor: factor });
  if (ratio === undefined) throw new Error('no ratio');
  return ratio;
}

describe('the speed of the machine', () => {
  it('is told apart from the code by how far the code follows it', () => {
    for (const slope of [0.3, 1, 1.5]) {
      const random = seededRandom('slope', slope);
      const fitted = fitSpeedAdjustment([
        processes(random, 12, { slope }),
        processes(random, 12, { slope, center: 700 }),
      ]);
      expect(fitted?.slope).toBeGreaterThan(slope - 0.1);
      expect(fitted?.slope).toBeLessThan(slope + 0.1);
    }
  });

  it('leaves times alone that do not follow it', () => {
    let fitted = 0;
    for (let trial = 0; trial < 500; trial++) {
      const random = seededRandom('none', trial);
      const none = { slope: 0, own: 0.05 };
      if (fitSpeedAdjustment([processes(random, 6, none), processes(random, 6, none)]) !== undefined) fitted++;
    }
    // Two-sided 1 %, and only positive slopes are taken.
    expect(fitted / 500).toBeLessThan(0.02);
  });

  it('is not guessed from a few processes, nor from times that are no numbers', () => {
    const random = seededRandom('few');
    expect(fitSpeedAdjustment([processes(random, 3), processes(random, 2)])).toBeUndefined();
    expect(fitSpeedAdjustment([[...processes(random, 9), { time: 0, yardstick: 1 }]])).toBeUndefined();
    expect(fitSpeedAdjustment([])).toBeUndefined();
  });

  it('gives the time on the machine left alone', () => {
    const random = seededRandom('alone');
    const readings = processes(random, 30, { wander: 0.2 });
    const adjustment = fitSpeedAdjustment([readings]);
    const times = readings.map((reading) => adjustedTime(reading, adjustment));
    const middle = [...times].sort((a, b) => a - b)[15] ?? 0;
    expect(Math.abs(middle / 1000 - 1)).toBeLessThan(0.08);
    expect(Math.max(...times) / Math.min(...times)).toBeLessThan(1.08);
  });

  it('makes intervals several times narrower, and they still hold the truth 95 times of 100', () => {
    const trials = 600;
    let held = 0;
    let narrower = 0;
    let claims = 0;
    for (let trial = 0; trial < trials; trial++) {
      const random = seededRandom('coverage', trial);
      const count = [4, 6, 10][trial % 3] ?? 6;
      const [first, second] = [processes(random, count), processes(random, count)];
      const { ratio, probability } = adjustedRatio(first, second);
      if (ratio.low <= 1 && ratio.high >= 1) held++;
      if (probability < 0.01) claims++;
      const raw = pairedRatio(byRound(first.map(({ time }) => time)), byRound(second.map(({ time }) => time)));
      if (raw !== undefined && Math.log(ratio.high / ratio.low) < Math.log(raw.ratio.high / raw.ratio.low) / 2)
        narrower++;
    }
    expect(held / trials).toBeGreaterThan(0.93);
    expect(claims / trials).toBeLessThan(0.02);
    expect(narrower / trials).toBeGreaterThan(0.8);
  });
});
