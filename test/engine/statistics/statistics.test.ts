import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmAdjusted } from '../../../src/engine/statistics/holm.ts';
import { labelOutliers } from '../../../src/engine/statistics/outliers.ts';
import { pairedRatio } from '../../../src/engine/statistics/paired-ratio.ts';
import { estimateTime, processLow, processMean } from '../../../src/engine/statistics/process-time.ts';
import { median, quantile } from '../../../src/engine/statistics/quantile.ts';
import { type Sample, toSample } from '../../../src/engine/statistics/sample.ts';
import { criticalT, twoSidedProbability } from '../../../src/engine/statistics/student-t.ts';
import { halfWidth, trimmedMean } from '../../../src/engine/statistics/trimmed-mean.ts';

function sample(...values: number[]): Sample {
  const made = toSample(values);
  if (made === undefined) throw new Error('no sample');
  return made;
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
const run = { seed: 7, numRuns: 300 };

describe('a sample', () => {
  it('has at least two values, all finite', () => {
    expect(toSample([1])).toBeUndefined();
    expect(toSample([1, Number.NaN])).toBeUndefined();
    expect(toSample([1, Number.POSITIVE_INFINITY])).toBeUndefined();
    expect(toSample([1, 2])?.values).toEqual([1, 2]);
  });
});

describe('quantiles', () => {
  it('agree with type 7 of R', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([4, 1, 3, 2], 0.1)).toBeCloseTo(1.3, 12);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([5])).toBe(5);
  });

  it('lie between the extremes and never fall as the fraction grows', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, a, b) => {
          const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
          expect(low).toBeLessThanOrEqual(high + 1e-6);
          expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
          expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
        },
      ),
      run,
    );
  });
});

describe("Student's t", () => {
  it.each([
    [0.95, 1, 12.7062],
    [0.95, 2, 4.30265],
    [0.95, 5, 2.57058],
    [0.95, 30, 2.04227],
    [0.99, 4, 4.60409],
    [0.999, 10, 4.58689],
    [0.95, 1e6, 1.95997],
  ])('has the tabled quantile for confidence %d and %d degrees', (confidence, degrees, expected) => {
    expect(criticalT(confidence, degrees)).toBeCloseTo(expected, 4);
  });

  it('probability and quantile undo each other', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (confidence, degrees) => {
          expect(twoSidedProbability(criticalT(confidence, degrees), degrees)).toBeCloseTo(1 - confidence, 9);
        },
      ),
      run,
    );
    expect(twoSidedProbability(0, 3)).toBe(1);
    expect(twoSidedProbability(Number.POSITIVE_INFINITY, 3)).toBe(0);
  });
});

describe('the trimmed mean', () => {
  it('is the plain mean and its t interval below five values', () => {
    const { mean, standardError, degrees } = trimmedMean(sample(1, 2, 3, 6));
    expect(mean).toBe(3);
    expect(degrees).toBe(3);
    expect(standardError).toBeCloseTo(Math.sqrt(14 / 3 / 4), 12);
  });

  it('agrees with an example worked by hand', () => {
    // Ten values, two cut from each end: kept 3..8, winsorized 3,3,3,4,5,6,7,8,8,8.
    const estimate = trimmedMean(sample(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
    expect(estimate.mean).toBe(5.5);
    expect(estimate.degrees).toBe(5);
    const variance = [3, 3, 3, 4, 5, 6, 7, 8, 8, 8].reduce((sum, value) => sum + (value - 5.5) ** 2, 0) / 9;
    expect(estimate.standardError).toBeCloseTo(Math.sqrt((9 * variance) / (6 * 5)), 12);
  });

  it('is not moved by one wild value among five or more', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 20 }), (values) => {
        const wild = trimmedMean(sample(...values, 1e9));
        expect(wild.mean).toBeLessThanOrEqual(1);
        expect(halfWidth(wild, 0.95)).toBeLessThan(100);
      }),
      run,
    );
  });
});

describe('a paired ratio', () => {
  it('is the quotient when every round agrees, with an interval of no width', () => {
    const paired = pairedRatio(
      new Map([
        [1, 30],
        [2, 60],
        [3, 15],
      ]),
      new Map([
        [1, 10],
        [2, 20],
        [3, 5],
      ]),
    );
    expect(paired?.ratio.value).toBeCloseTo(3, 12);
    expect(paired?.ratio.low).toBeCloseTo(3, 9);
    expect(paired?.pairs).toBe(3);
  });

  it('uses only rounds that both ran in, and needs two', () => {
    expect(
      pairedRatio(
        new Map([
          [1, 2],
          [2, 2],
        ]),
        new Map([
          [2, 1],
          [3, 1],
        ]),
      ),
    ).toBeUndefined();
    expect(
      pairedRatio(
        new Map([
          [1, 2],
          [2, 2],
          [3, 2],
        ]),
        new Map([
          [2, 1],
          [3, 1],
        ]),
      )?.pairs,
    ).toBe(2);
  });

  it('turns upside down when the two change places', () => {
    const times = fc.array(
      fc.tuple(fc.double({ min: 0.1, max: 1e6, noNaN: true }), fc.double({ min: 0.1, max: 1e6, noNaN: true })),
      { minLength: 2, maxLength: 15 },
    );
    fc.assert(
      fc.property(times, (pairs) => {
        const a = new Map(pairs.map(([time], round) => [round, time]));
        const b = new Map(pairs.map(([, time], round) => [round, time]));
        const forward = pairedRatio(a, b);
        const backward = pairedRatio(b, a);
        expect(Math.log(forward?.ratio.value ?? 0)).toBeCloseTo(-Math.log(backward?.ratio.value ?? 0), 6);
        expect(forward?.probability).toBeCloseTo(backward?.probability ?? Number.NaN, 9);
      }),
      run,
    );
  });
});

describe('times', () => {
  it('take the low tenth of a process, and its mean', () => {
    expect(processLow([40, 10, 20, 30, 50])).toBe(14);
    expect(processMean([10, 20, Number.NaN])).toBe(15);
    expect(processLow([Number.NaN])).toBeUndefined();
  });

  it('lie within their interval, and never below zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (values) => {
          const estimate = estimateTime(sample(...values));
          expect(estimate?.low).toBeGreaterThanOrEqual(0);
          expect(estimate?.low).toBeLessThanOrEqual(estimate?.value ?? 0);
          expect(estimate?.high).toBeGreaterThanOrEqual(estimate?.value ?? Number.POSITIVE_INFINITY);
        },
      ),
      run,
    );
    expect(estimateTime(sample(0, 1))).toBeUndefined();
  });
});

describe("Holm's correction", () => {
  it('agrees with p.adjust of R', () => {
    expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holmAdjusted([])).toEqual([]);
  });

  it('never makes anything more certain, and keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (probabilities) => {
          const adjusted = holmAdjusted(probabilities);
          adjusted.forEach((value, i) => {
            expect(value).toBeGreaterThanOrEqual(probabilities[i] ?? 2);
            expect(value).toBeLessThanOrEqual(1);
            adjusted.forEach((other, j) => {
              if ((probabilities[i] ?? 0) < (probabilities[j] ?? 0)) expect(value).toBeLessThanOrEqual(other);
            });
          });
        },
      ),
      run,
    );
  });
});

describe('outlier labels', () => {
  it("follow Tukey's fences", () => {
    const labels = labelOutliers(sample(10, 11, 12, 13, 14, 18, 40, -20));
    expect(labels).toEqual(['none', 'none', 'none', 'none', 'none', 'none', 'high-severe', 'low-severe']);
    expect(labelOutliers(sample(10, 11, 12, 13, 14, 19))[5]).toBe('high-mild');
  });
});
