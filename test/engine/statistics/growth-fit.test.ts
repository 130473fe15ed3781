import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitGrowth } from '../../../src/engine/statistics/growth-fit.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import { expectedTime, growthTerm } from '../../../src/model/growth-curve.ts';
import type { Growth, GrowthFit } from '../../../src/model/report.ts';
import type { RandomSource } from '../../../src/model/variant.ts';

type Form = GrowthFit['form'];

function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Times that follow `timeOf` with a relative noise, with the interval that a few processes of that noise give. */
function measured(sizes: readonly number[], timeOf: (size: number) => number, noise: number, seed: number) {
  const random = seededRandom('growth', seed);
  return sizes.map((size) => {
    const value = timeOf(size) * Math.exp(noise * normal(random));
    const half = 2.2 * noise;
    return {
      size,
      time: { value, low: value * Math.exp(-half), high: value * Math.exp(half), confidence: 0.95 as const },
    };
  });
}

function grown(sizes: readonly number[], timeOf: (size: number) => number, noise = 0.01, seed = 1): Growth {
  const outcome = fitGrowth(measured(sizes, timeOf, noise, seed));
  if (!('growth' in outcome)) throw new Error(outcome.reason);
  return outcome.growth;
}

function formsOf(outcome: ReturnType<typeof fitGrowth>): readonly Form[] {
  return 'growth' in outcome ? outcome.growth.fits.map(({ form }) => form) : [];
}

/** Shares of trials in which the form is named at all, and named alone. */
function recovery(form: Form, sizes: readonly number[], noise: number, constantNs = 0) {
  const trials = 200;
  let [named, alone] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const forms = formsOf(fitGrowth(measured(sizes, (size) => constantNs + 3 * growthTerm(form, size), noise, trial)));
    if (forms.includes(form)) named += 1 / trials;
    if (forms.length === 1 && forms[0] === form) alone += 1 / trials;
  }
  return { named, alone };
}

const THREE = [100, 1e3, 1e4];
const FIVE = [10, 100, 1e3, 1e4, 1e5];
const POWERS = ['1', 'log n', 'n', 'n log n', 'n^2', 'n^3'] as const;

describe('the growth of times that follow a form', () => {
  it.each(
    POWERS.flatMap((form) => [THREE, FIVE].flatMap((sizes) => [0.03, 0.05].map((noise) => ({ form, sizes, noise })))),
  )('$form is found over $sizes with a noise of $noise', ({ form, sizes, noise }) => {
    const { named, alone } = recovery(form, sizes, noise);
    expect(named).toBeGreaterThan(0.95);
    expect(alone).toBeGreaterThan(0.75);
  });

  it.each([
    [10, 20, 26],
    [8, 12, 16, 20, 24],
  ])('2^n is found over sizes that are close together, as they have to be (%s)', (...sizes) => {
    for (const noise of [0.03, 0.05]) expect(recovery('2^n', sizes, noise).alone).toBeGreaterThan(0.9);
  });

  it('a constant cost per call is told from the growth', () => {
    expect(recovery('n', FIVE, 0.03, 300).alone).toBeGreaterThan(0.9);
    const growth = grown(FIVE, (n) => 300 + 3 * n, 0.002);
    expect(growth.fits[0]?.form).toBe('n');
    expect(growth.fits[0]?.constantNs).toBeGreaterThan(280);
    expect(growth.fits[0]?.constantNs).toBeLessThan(320);
    expect(growth.fits[0]?.factorNs).toBeCloseTo(3, 1);
    expect(growth).toMatchObject({ fromSize: 10, toSize: 1e5 });
  });

  it('what none of the usual forms describes gets an exponent or a base of its own', () => {
    expect(grown(FIVE, (n) => n ** 1.5).fits).toMatchObject([{ form: 'n^k' }]);
    expect(grown(FIVE, (n) => n ** 1.5).fits[0]?.parameter).toBeCloseTo(1.5, 1);
    expect(grown([10, 20, 26], (n) => 1.618 ** n).fits).toMatchObject([{ form: 'c^n' }]);
    expect(grown([10, 18, 26], (n) => 1.618 ** n).fits[0]?.parameter).toBeCloseTo(1.618, 1);
    // As measured on a busy machine.
    const busy = (n: number) => ({ 10: 468, 18: 36_700, 26: 1_170_000 })[n] ?? 0;
    expect(grown([10, 18, 26], busy).fits).toMatchObject([{ form: 'c^n' }]);
  });

  it('a linear loop that leaves the cache is about n^1.1, with an error that says so', () => {
    const [fit] = grown([100, 1e4, 1e6], (n) => (n >= 1e4 ? 1.6 : 1) * n, 0.01).fits;
    expect(fit?.form).toBe('n^k');
    expect(fit?.parameter).toBeGreaterThan(1);
    expect(fit?.parameter).toBeLessThan(1.15);
    expect(fit?.typicalError).toBeGreaterThan(0.1);
  });

  it('times that neither grow nor shrink, but scatter, are about constant', () => {
    const scattered = (n: number) => ({ 10: 100, 100: 118, 1e3: 104, 1e4: 95, 1e5: 109 })[n] ?? 0;
    expect(grown(FIVE, scattered, 0.001).fits).toMatchObject([{ form: '1' }]);
  });

  it('the typical error is about the noise, and the curve passes the times', () => {
    for (const noise of [0.01, 0.05]) {
      const [fit] = grown(FIVE, (n) => 3 * n, noise, 5).fits;
      expect(fit?.typicalError).toBeGreaterThan(noise / 3);
      expect(fit?.typicalError).toBeLessThan(noise * 2.5);
      if (fit !== undefined) expect(Math.abs(Math.log(expectedTime(fit, 1e4) / 3e4))).toBeLessThan(2 * noise);
    }
  });

  it('the interval of the exponent holds the true one in at least nineteen of twenty trials', () => {
    const trials = 400;
    let held = 0;
    for (let trial = 0; trial < trials; trial++) {
      const { exponent } = grown(FIVE, (n) => 3 * n, 0.05, trial);
      if (exponent.low <= 1 && exponent.high >= 1) held += 1 / trials;
    }
    expect(held).toBeGreaterThan(0.95);
  });

  it('the exponent’s interval widens where the times do not lie on a line', () => {
    const width = (growth: Growth): number => growth.exponent.high - growth.exponent.low;
    expect(width(grown(FIVE, (n) => 300 + 3 * n))).toBeGreaterThan(4 * width(grown(FIVE, (n) => 3 * n)));
  });

  it('units of time and the order of the sizes do not matter', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.constantFrom(...POWERS),
        fc.nat(50),
        (unit, form, seed) => {
          const times = measured(FIVE, (n) => growthTerm(form, n), 0.04, seed);
          const scaled = times.map(({ size, time }) => ({
            size,
            time: { ...time, value: time.value * unit, low: time.low * unit, high: time.high * unit },
          }));
          expect(formsOf(fitGrowth(scaled.reverse()))).toEqual(formsOf(fitGrowth(times)));
        },
      ),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe('what the sizes do not tell', () => {
  it('is said: n or n log n over half a decade', () => {
    const { named, alone } = recovery('n', [100, 200, 450], 0.05);
    expect(named).toBeGreaterThan(0.9);
    expect(alone).toBeLessThan(0.2);
    expect(
      grown([100, 200, 450], (n) => 3 * n, 0.05, 4)
        .fits.map(({ form }) => form)
        .sort(),
    ).toEqual(['n', 'n log n']);
  });

  it.each([
    ['fewer than three sizes', [100, 1e4], /at least 3 sizes/],
    ['the same sizes again', [100, 100, 1e4], /at least 3 sizes/],
    ['one size', [100], /one was measured/],
    ['sizes close together', [1000, 2000, 3000], /close together/],
  ])('%s give no growth, with the reason', (_, sizes, reason) => {
    const outcome = fitGrowth(measured(sizes, (n) => 3 * n, 0.01, 1));
    expect(outcome).toEqual({ reason: expect.stringMatching(reason) });
  });

  it('a step at the last size is no form: a single point has none', () => {
    const outcome = fitGrowth(measured(FIVE, (n) => (n === 1e5 ? 250 : 100), 0.005, 1));
    expect(outcome).toEqual({ reason: expect.stringMatching(/no simple form/) });
  });

  it('times that go up and down are no form', () => {
    const outcome = fitGrowth(measured(FIVE, (n) => (n === 1e3 ? 9000 : n), 0.01, 1));
    expect(outcome).toEqual({ reason: expect.stringMatching(/no simple form/) });
  });

  it('times that are uncertain by a factor name no form alone', () => {
    const times = [100, 300, 1000].map((size) => ({
      size,
      time: { value: size, low: size / 4, high: size * 4, confidence: 0.95 as const },
    }));
    const outcome = fitGrowth(times);
    expect('growth' in outcome ? outcome.growth.fits.length : 'none').not.toBe(1);
    const wild = times.map(({ size, time }, index) => ({
      size,
      time: { ...time, value: [100, 2000, 90][index] ?? 1 },
    }));
    expect(fitGrowth(wild)).toEqual({ reason: expect.stringMatching(/too uncertain/) });
  });

  it('a size of zero has no place in log-log scale and is left out', () => {
    const times = measured([0, ...THREE], (n) => 3 * Math.max(n, 1), 0.01, 1);
    expect(fitGrowth(times)).toEqual(fitGrowth(times.slice(1)));
  });

  it('whatever the times, every number of an answer is one', () => {
    const time = fc.double({ min: 1e-2, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 6 }),
        fc.array(time, { minLength: 6, maxLength: 6 }),
        (sizes, values) => {
          const outcome = fitGrowth(
            sizes.map((size, index) => {
              const value = values[index] ?? 1;
              return { size, time: { value, low: value * 0.9, high: value * 1.1, confidence: 0.95 as const } };
            }),
          );
          if (!('growth' in outcome)) return;
          for (const fit of outcome.growth.fits) {
            expect(fit.constantNs).toBeGreaterThanOrEqual(0);
            expect(fit.factorNs).toBeGreaterThan(0);
            expect(fit.typicalError).toBeLessThanOrEqual(0.5);
            for (const size of sizes) expect(Number.isFinite(expectedTime(fit, size))).toBe(true);
          }
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });
});
