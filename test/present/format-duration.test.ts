import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatPercent,
  formatRatio,
  formatSeconds,
} from '../../src/present/format-duration.ts';

describe('durations', () => {
  it.each([
    [0, '0 ns'],
    [0.00001, '0 ns'],
    [0.5, '0.500 ns'],
    [8.7, '8.70 ns'],
    [9.996, '10.0 ns'],
    [99.96, '100 ns'],
    [999.4, '999 ns'],
    [999.6, '1.00 µs'],
    [1240, '1.24 µs'],
    [999_499, '999 µs'],
    [999_500, '1.00 ms'],
    [2.03e9, '2.03 s'],
    [1.234e13, '12340 s'],
    [-1500, '-1.50 µs'],
    [Number.NaN, 'unknown'],
    [Number.POSITIVE_INFINITY, 'unknown'],
  ])('%d ns is %s', (nanoseconds, text) => {
    expect(formatDuration(nanoseconds)).toBe(text);
  });

  it('keeps three digits: what is read back is never off by more than half a per cent', () => {
    const scales: Record<string, number> = { ns: 1, µs: 1e3, ms: 1e6, s: 1e9 };
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e12, noNaN: true }), (nanoseconds) => {
        const [number, unit] = formatDuration(nanoseconds).split(' ');
        expect((Number(number) * (scales[unit ?? ''] ?? Number.NaN)) / nanoseconds).toBeCloseTo(1, 2);
        expect(number?.replace(/^0\.0*|\./g, '').length).toBeGreaterThanOrEqual(3);
      }),
      { seed: 1 },
    );
  });

  it.each([
    [0, '0.0 s'],
    [-200, '0.0 s'],
    [9940, '9.9 s'],
    [9960, '10 s'],
    [119_400, '119 s'],
    [119_600, '2 min 0 s'],
    [125_000, '2 min 5 s'],
    [Number.NaN, 'unknown'],
    [Number.POSITIVE_INFINITY, 'unknown'],
  ])('%d ms of wall time is %s', (milliseconds, text) => {
    expect(formatSeconds(milliseconds)).toBe(text);
  });
});

it.each([
  [1, '1.00x'],
  [1.836, '1.84x'],
  [0.9999, '1.00x'],
  [0.9, '0.90x'],
  [0.31, '0.31x'],
  [0.0204, '0.02x'],
  [0.0004, '0.0004x'],
  [0.0000002, '<0.0001x'],
  [99.96, '100x'],
  [736.4, '736x'],
  [1764, '1764x'],
  [9994, '9994x'],
  [9999, '10,000x'],
  [51_234, '51,000x'],
  [3_200_000, '3,200,000x'],
  [Number.NaN, 'unknown'],
  [Number.POSITIVE_INFINITY, 'unknown'],
])('a ratio of %d is %s', (ratio, text) => {
  expect(formatRatio(ratio)).toBe(text);
});

it.each([
  [0, '0.0 %'],
  [-0.0001, '0.0 %'],
  [0.0241, '2.4 %'],
  [0.0994, '9.9 %'],
  [0.0996, '10 %'],
  [1.5, '150 %'],
  [Number.NaN, 'unknown'],
])('a fraction of %d is %s', (fraction, text) => {
  expect(formatPercent(fraction)).toBe(text);
});

it.each([
  [0, '0 B'],
  [5, '5 B'],
  [999, '999 B'],
  [1000, '0.977 KB'],
  [1229, '1.20 KB'],
  [64 * 1024 ** 2, '64.0 MB'],
  [3 * 1024 ** 4, '3072 GB'],
  [-2048, '-2.00 KB'],
  [Number.NaN, 'unknown'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

it.each([
  [1_234_567, '1,234,567'],
  [0.125, '0.13'],
  [Number.NaN, 'unknown'],
])('a count of %d is %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});
