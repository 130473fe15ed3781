import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import { toSample } from '../../../src/engine/statistics/sample.ts';
import { twoSpeeds } from '../../../src/engine/statistics/two-speeds.ts';
import type { RandomSource } from '../../../src/model/variant.ts';

function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function speedsOf(values: readonly number[]) {
  const sample = toSample(values);
  if (sample === undefined) throw new Error('no sample');
  return twoSpeeds(sample);
}

describe('two speeds', () => {
  it('are told with their times and the share of the slow one', () => {
    const random = seededRandom('two');
    const values = Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? 1300 : 1000) * Math.exp(0.01 * normal(random)));
    const found = speedsOf(values);
    expect(found?.fast).toBeCloseTo(1000, -2);
    expect(found?.slow).toBeCloseTo(1300, -2);
    expect(found?.slowShare).toBe(0.25);
  });

  it('are not seen in one speed, whatever its spread, in 99 of 100 samples', () => {
    const random = seededRandom('one');
    let seen = 0;
    const trials = 2000;
    for (let i = 0; i < trials; i++) {
      const spread = [0.002, 0.02, 0.1][i % 3] ?? 0.02;
      const count = [6, 10, 20, 40][i % 4] ?? 10;
      if (speedsOf(Array.from({ length: count }, () => 1000 * Math.exp(spread * normal(random)))) !== undefined) seen++;
    }
    expect(seen / trials).toBeLessThan(0.01);
  });

  it('are not one process that was interrupted', () => {
    expect(speedsOf([1000, 1001, 1002, 1001, 1000, 1002, 5000])).toBeUndefined();
  });

  it('need six processes, and times above zero', () => {
    expect(speedsOf([1, 1, 1, 2, 2])).toBeUndefined();
    expect(speedsOf([0, 0, 0, 2, 2, 2])).toBeUndefined();
    expect(speedsOf([1, 1.001, 1.002, 2, 2.001, 2.002])).toMatchObject({ slowShare: 0.5 });
  });
});
