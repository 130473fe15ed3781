// What a whole run says about a cache: the figures of the headline case stand in the report, and a claim needs calls that repeat.
import { expect, test } from 'vitest';
import type { CacheAnswer } from '../../src/engine/process/protocol.ts';
import { reportToMarkdown } from '../../src/present/markdown.ts';
import { shortVerdict } from '../../src/present/verdict-sentence.ts';
import { expectValidReport } from '../support/report-schema.ts';
import { replacing, scriptedRun } from '../support/scripted-pipeline.ts';

const slow = [1000, 1001, 1002, 1003];
const samples = { baseline: slow, 'baseline-again': slow, 'memoization/only': [500, 501, 502, 503] };

async function runWith(cache: CacheAnswer) {
  const { report } = await scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    script: { samples, sampleAnswer: ({ variant }) => (variant.id === 'memoization/only' ? { cache } : {}) },
  });
  expectValidReport(report);
  const result = report.results.find(({ strategy }) => strategy === 'memoization');
  if (result === undefined) throw new Error('The run has no result for memoization.');
  return { report, result };
}

test('repeats keep the verdict, and the report has the curve, the times and the bytes', async () => {
  const { report, result } = await runWith({
    calls: 20,
    distinct: 10,
    entries: 10,
    missNs: 1100,
    hitNs: 10,
    bytes: 40_000,
  });
  expect(result.verdict).toBe('faster');
  expect(result.memory).toMatchObject({ cacheBytes: 40_000, cache: { calls: 20, distinctCalls: 10, missNs: 1100 } });
  expect(result.memory?.cache?.curve).toHaveLength(6);
  expect(reportToMarkdown(report, (strategy) => strategy)).toContain('of the 20 calls repeat earlier ones');
});

test('without repeats nothing is claimed, in the verdict or the summary', async () => {
  const { report, result } = await runWith({ calls: 20, distinct: 20, entries: 20, missNs: 1100, hitNs: 10 });
  expect(result.verdict).toBe('withheld');
  expect(shortVerdict(result)).toBe('no repeats in your inputs');
  expect(report.summary.bestStrategy).toBeNull();
});

test('a recursion that fills its own cache is claimed without repeats', async () => {
  const { result } = await runWith({ calls: 1, distinct: 1, entries: 30, missNs: 500, hitNs: 10 });
  expect(result.verdict).toBe('faster');
});
