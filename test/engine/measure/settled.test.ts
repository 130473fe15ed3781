// When a comparison gets no more rounds.
import { expect, test } from 'vitest';
import type { SeriesRun } from '../../../src/engine/measure/measurements.ts';
import { isSettled } from '../../../src/engine/measure/settled.ts';
import type { SampleAnswer } from '../../../src/engine/process/protocol.ts';

const answer = {
  firstCallMs: 1,
  loadMs: 1,
  steady: true,
  peakRssBytes: 1,
} as unknown as SampleAnswer;

function runs(samples: (round: number) => readonly number[], collectedShare = 0): readonly SeriesRun[] {
  return Array.from({ length: 6 }, (_, round) => ({
    round,
    answer: {
      ...answer,
      samples: samples(round),
      collector: { milliseconds: collectedShare * 100, ofMs: 100 },
    },
  }));
}

const around = (center: number) => (round: number) => [1, 1.01, 1.02].map((factor) => center * factor + round / 100);

test('a plain difference is settled, and so is one that is known to a percent', () => {
  expect(isSettled(runs(around(100)), runs(around(40)))).toBe(true);
  expect(isSettled(runs(around(100)), runs(around(100)))).toBe(true);
});

test('a small difference in scattered times is not', () => {
  const scattered = (round: number) => [100 + 10 * (round % 3), 130];
  expect(
    isSettled(
      runs(scattered),
      runs((round) => [95 + 12 * ((round + 1) % 3), 130]),
    ),
  ).toBe(false);
});

test('two rounds settle nothing', () => {
  expect(isSettled(runs(around(100)).slice(0, 2), runs(around(10)).slice(0, 2))).toBe(false);
});

test('lucky calls of code that makes the collector run settle nothing', () => {
  // One call in ten goes without a collection: fast in the candidate. Its usual call is all over the place.
  const lucky = (round: number) => [20, 20, ...Array.from({ length: 8 }, (_, i) => 80 + ((round * 37 + i) % 50))];
  const usual = (round: number) => [90, 90, ...Array.from({ length: 8 }, (_, i) => 95 + ((round * 23 + i) % 30))];
  expect(isSettled(runs(usual, 0), runs(lucky, 0))).toBe(true);
  expect(isSettled(runs(usual, 0.2), runs(lucky, 0.2))).toBe(false);
});

test('what other variants vary helps three rounds to a plain answer, and keeps lucky ones from being taken for one', () => {
  const apart = (center: number) => (round: number) => [center * (1 + [0, 0.06, -0.05][round % 3]!)];
  const three = (samples: (round: number) => readonly number[]) => runs(samples).slice(0, 3);
  const calm = [three(around(70)), three(around(80))];
  const wild = [three((round) => [70 * (1 + round)]), three((round) => [80 / (1 + round)])];
  expect(isSettled(three(around(100)), three(apart(40)), [])).toBe(false);
  expect(isSettled(three(around(100)), three(apart(40)), calm)).toBe(true);
  expect(isSettled(three(around(100)), three(around(40)), calm)).toBe(true);
  expect(isSettled(three(around(100)), three(around(40)), wild)).toBe(false);
});
