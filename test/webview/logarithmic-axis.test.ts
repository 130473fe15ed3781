import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logarithmicAxis } from '../../src/webview/logarithmic-axis.ts';

const ratios = fc.array(fc.double({ min: 1e-6, max: 1e9, noNaN: true, noDefaultInfinity: true }), { maxLength: 20 });
const fixed = { seed: 1, numRuns: 1000 };

it('1x is always marked and always inside, whatever was measured', () => {
  fc.assert(
    fc.property(ratios, (shown) => {
      const axis = logarithmicAxis(shown);
      expect(axis.ticks).toContain(1);
      expect(axis.position(1)).toBeGreaterThan(0);
      expect(axis.position(1)).toBeLessThan(1);
    }),
    fixed,
  );
});

it('marks ascend, are few, and lie inside', () => {
  fc.assert(
    fc.property(ratios, (shown) => {
      const { ticks, position } = logarithmicAxis(shown);
      expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
      expect(ticks.length).toBeLessThanOrEqual(8);
      for (const tick of ticks) expect(position(tick)).toBeGreaterThanOrEqual(0);
      for (const tick of ticks) expect(position(tick)).toBeLessThanOrEqual(1);
    }),
    fixed,
  );
});

it('larger ratios stand further right, and every shown one stands inside', () => {
  fc.assert(
    fc.property(ratios, (shown) => {
      const { position } = logarithmicAxis(shown);
      const places = [...shown].sort((a, b) => a - b).map(position);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const place of places) expect(place > 0 && place < 1).toBe(true);
    }),
    fixed,
  );
});

it('the same factor is the same distance: twice as slow is as long as twice as fast', () => {
  const { position } = logarithmicAxis([0.1, 10]);
  expect(position(2) - position(1)).toBeCloseTo(position(1) - position(0.5), 10);
  expect(position(1)).toBeCloseTo(0.5, 10);
});

it('labels keep their distance: neighbours are at least a twentieth of the axis apart', () => {
  fc.assert(
    fc.property(ratios, (shown) => {
      const { ticks, position } = logarithmicAxis(shown);
      ticks.slice(1).forEach((tick, index) => {
        expect(position(tick) - position(ticks[index] ?? 0)).toBeGreaterThan(0.05);
      });
    }),
    fixed,
  );
});

it('what is no ratio changes nothing and stands at an end', () => {
  const { ticks, position } = logarithmicAxis([0, -3, Number.NaN, Number.POSITIVE_INFINITY]);
  expect(ticks).toEqual(logarithmicAxis([]).ticks);
  expect(position(0)).toBe(0);
  expect(position(Number.NaN)).toBe(0);
  expect(position(Number.POSITIVE_INFINITY)).toBe(1);
});

it.each([
  [[], [0.8, 0.9, 1, 1.2]],
  [
    [0.5, 2],
    [0.5, 1, 2],
  ],
  [
    [0.3, 4.2],
    [0.5, 1, 2],
  ],
  [
    [1, 90],
    [1, 2, 5, 10, 20, 50],
  ],
  [
    [0.0004, 50_000],
    [0.01, 1, 100, 10_000],
  ],
])('for %j it marks %j', (shown, ticks) => {
  expect(logarithmicAxis(shown).ticks).toEqual(ticks);
});
