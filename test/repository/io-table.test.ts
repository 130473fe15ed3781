// What the tables of the I/O benchmark claim of a rewrite beside the version by hand: only what the pairs of processes can tell.
import { expect, test } from 'vitest';
import { isOpen, tablesOf } from '../../bench/io/table.ts';
import type { Trial } from '../../bench/io/trial.ts';

/** Pairs of processes in which the rewrite took so many times as long as the version by hand, whose own time drifts with the machine. */
function trials(ratios: readonly number[]): readonly Trial[] {
  return ratios.flatMap((ratio, round): readonly Trial[] => {
    const byHand = 10 * (1 + round);
    const times = { name: 'lines', size: '1 MB' };
    return [
      { ...times, variant: 'by-hand', timeMs: byHand, processorMs: byHand },
      { ...times, variant: 'rewritten', timeMs: byHand * ratio, processorMs: byHand * ratio },
    ];
  });
}

test.each<[string, readonly number[], RegExp]>([
  ['as fast, on a machine that gets slower', [1, 1.01, 0.99, 1], /whole interval: 1 of 1 rows, 1 of 1 functions/],
  [
    'plainly slower',
    [1.3, 1.29, 1.31, 1.3],
    /Below it, the whole interval: lines at 1 MB 77 % \(\d+ to \d+, 4 pairs\)/,
  ],
  ['anything between', [1.3, 0.9, 1.2, 0.8], /Not told, the interval holds the bar: lines at 1 MB/],
  ['as fast, by two pairs that differ', [0.8, 1.1], /Not told, the interval holds the bar: lines at 1 MB/],
])('%s', (_what, ratios, says) => {
  expect(tablesOf(trials(ratios))).toMatch(says);
});

test('more rounds are wanted only where the pairs cannot tell', () => {
  expect(isOpen(trials([1, 1.01, 0.99, 1]))).toBe(false);
  expect(isOpen(trials([1.3, 1.29, 1.31, 1.3]))).toBe(false);
  expect(isOpen(trials([1.3, 0.9, 1.2, 0.8]))).toBe(true);
});
