// What is said about a cache, from made-up times: the curve is arithmetic, and inputs without repeats are no ground for a claim.
import { expect, test } from 'vitest';
import { cacheGain, withRepeatsOnly } from '../../../src/engine/judge/cache-gain.ts';
import type { CacheGain, StrategyResult } from '../../../src/model/report.ts';
import { cacheSentence } from '../../../src/present/cache-sentence.ts';
import { shortVerdict } from '../../../src/present/verdict-sentence.ts';

const answer = { calls: 10, distinct: 4, entries: 4, missNs: 1200, hitNs: 20, bytes: 50_000 };

test('the curve follows from the times of hits and misses, and so does the share from which it pays', () => {
  const gain = cacheGain([answer, answer, { ...answer, missNs: 9000 }], 1000);
  expect(gain).toMatchObject({ originalNs: 1000, missNs: 1200, hitNs: 20, bytes: 50_000 });
  expect(gain?.curve?.find(({ hitRate }) => hitRate === 0.5)?.ratio).toBeCloseTo(1000 / 610);
  expect(gain?.paysFrom).toBeCloseTo(200 / 1180);
});

test('misses that are faster than the original pay always, hits that are slower never', () => {
  expect(cacheGain([{ ...answer, missNs: 10 }], 1000)?.paysFrom).toBe(0);
  expect(cacheGain([{ ...answer, hitNs: 2000, missNs: 3000 }], 1000)?.paysFrom).toBeNull();
});

test('without a time for hits there is no curve, and without answers nothing at all', () => {
  const { hitNs: _hitNs, ...unanswered } = answer;
  expect(cacheGain([answer, unanswered], 1000)?.curve).toBeUndefined();
  expect(cacheGain([], 1000)).toBeUndefined();
  expect(cacheGain([answer], undefined)).toBeUndefined();
});

test('a cache that nothing could be answered from is claimed to be neither faster nor slower', () => {
  for (const verdict of ['faster', 'slower', 'no-difference'] as const) {
    const judged = withRepeatsOnly(resultWith({ distinctCalls: 10, entries: 10 }, verdict));
    expect(judged.verdict).toBe('withheld');
    expect(judged.reasons[0]?.message).toBe('None of the 10 calls in your inputs repeats the arguments of another.');
    expect(shortVerdict(judged)).toBe('no repeats in your inputs');
    expect(judged.breakEven).toBeUndefined();
    expect(judged.heats?.[0]?.verdict).toBe('withheld');
  }
});

test('one call without a declared sequence shows nothing either', () => {
  const judged = withRepeatsOnly(resultWith({ calls: 1, distinctCalls: 1, entries: 1 }, 'faster'));
  expect(judged.reasons[0]?.message).toContain('declare no sequence');
});

test('repeats, and recursion that repeats its own calls, keep their verdict', () => {
  expect(withRepeatsOnly(resultWith({ distinctCalls: 9 }, 'faster')).verdict).toBe('faster');
  expect(withRepeatsOnly(resultWith({ calls: 1, distinctCalls: 1, entries: 29 }, 'faster')).verdict).toBe('faster');
  expect(withRepeatsOnly(resultWith({ distinctCalls: 10, entries: 10 }, 'failed')).verdict).toBe('failed');
});

test('the sentence tells repeats, times, the curve and what is held', () => {
  const sentence = cacheSentence(resultWith({}, 'faster'));
  expect(sentence).toContain('60 % of the 10 calls repeat earlier ones.');
  expect(sentence).toContain('It pays when more than');
  expect(sentence).toMatch(/It held 4 results \(.+\)\.$/);
});

function resultWith(changes: Partial<CacheGain>, verdict: StrategyResult['verdict']): StrategyResult {
  const gain = cacheGain([answer], 1000);
  if (gain === undefined) throw new Error('The made-up answer has all figures.');
  return {
    strategy: 'memoization',
    variant: 'bounded-map',
    verdict,
    reasons: [],
    breakEven: null,
    memory: { cache: { ...gain, ...changes } },
    heats: [{ variant: 'bounded-map', verdict }],
  };
}
