// When a rewrite is said to need less memory.
import { expect, test } from 'vitest';
import { memoryGain } from '../../../src/engine/judge/memory-gain.ts';
import type { Measured } from '../../../src/model/report.ts';
import {
  memoryGainSentence,
  shortVerdict,
  summarySentence,
  thriftyVerdict,
  titleFromId,
  verdictSign,
} from '../../../src/present/verdict-sentence.ts';
import { estimate, measuredResult } from '../../support/sample-report.ts';

const megabyte = 1024 * 1024;

function measured(addedMegabytes: number | undefined, count = 5): Measured {
  return {
    perCase: [
      { label: 'n = 10', size: 10, time: estimate(10), addedRssBytes: megabyte },
      {
        label: 'n = 1000',
        size: 1000,
        time: estimate(1000),
        ...(addedMegabytes === undefined ? {} : { addedRssBytes: addedMegabytes * megabyte }),
        processes: { count, outliers: [] },
      },
    ],
  };
}

test('clearly less at the largest size is a gain', () => {
  expect(memoryGain(measured(60), measured(10))).toEqual({
    label: 'n = 1000',
    originalBytes: 60 * megabyte,
    bytes: 10 * megabyte,
  });
  expect(memoryGain(measured(30), measured(-2))?.bytes).toBe(megabyte);
});

test.each<[string, Measured, Measured | undefined]>([
  ['a few megabytes', measured(20), measured(8)],
  ['a small share', measured(200), measured(150)],
  ['more memory', measured(10), measured(60)],
  ['two processes', measured(60, 2), measured(10)],
  ['no figures', measured(undefined), measured(undefined)],
  ['a candidate that was not measured', measured(60), undefined],
])('%s are no gain', (_what, original, candidate) => {
  expect(memoryGain(original, candidate)).toBeUndefined();
});

test('a gain in memory without one in time is a verdict of its own', () => {
  const peak = { label: 'n = 1000', originalBytes: 60 * megabyte, bytes: 10 * megabyte };
  const result = measuredResult('streaming-io', 'no-difference', 1, { memory: { peak } });
  expect(shortVerdict(result)).toBe('6.00x less memory (time: no difference)');
  expect(verdictSign(result)).toBe('◆');
  expect(thriftyVerdict([result], titleFromId)).toBe('Streaming io 6.00x less memory');
  expect(memoryGainSentence(result)).toBe(
    'At n = 1000 it needs 6.00x less memory: 10.0 MB instead of 60.0 MB at the peak.',
  );
  expect(summarySentence('count', [result], titleFromId)).toBe(
    'Nothing is proven to be faster than count, but Streaming io needs 6.00x less memory at n = 1000.',
  );
  expect(shortVerdict(measuredResult('streaming-io', 'faster', 2, { memory: { peak } }))).toBe('2.00x faster');
  const slower = measuredResult('streaming-io', 'slower', 0.5, { memory: { peak } });
  expect(shortVerdict(slower)).toBe('6.00x less memory (time: 2.00x slower)');
});
