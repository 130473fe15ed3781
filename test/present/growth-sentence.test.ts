import { describe, expect, it } from 'vitest';
import type { Growth, GrowthFit, Report } from '../../src/model/report.ts';
import { growthForm, growthSentence, growthWords } from '../../src/present/growth-sentence.ts';
import { estimate, measuredResult, sampleReport } from '../support/sample-report.ts';

const titles: Record<string, string> = { workers: 'Workers', 'typed-arrays': 'Typed arrays' };
const titleOf = (strategy: string) => titles[strategy] ?? strategy;

function growth(...fits: Partial<GrowthFit>[]): Growth {
  const usual = { form: 'n', constantNs: 0, factorNs: 3, typicalError: 0.03 } as const;
  return { fits: fits.map((fit) => ({ ...usual, ...fit })), exponent: estimate(1), fromSize: 100, toSize: 10_000 };
}

function reportOf(baseline: Growth | undefined, rewrites: Record<string, Growth> = {}, noGrowth?: string): Report {
  const results = Object.entries(rewrites).map(([strategy, own]) => {
    const result = measuredResult(strategy, 'faster', 2);
    return { ...result, measured: { perCase: [], speedup: [], ...result.measured, growth: own } };
  });
  const { perCase } = sampleReport([]).baseline;
  return sampleReport(results, {
    baseline: {
      perCase,
      ...(baseline === undefined ? {} : { growth: baseline }),
      ...(noGrowth === undefined ? {} : { noGrowth }),
    },
  });
}

describe('growth in words', () => {
  it.each([
    [growth({ form: 'n log n' }), 'as n log n'],
    [growth({ form: 'n' }, { form: 'n log n' }), 'as n or n log n'],
    [growth({ form: 'n^2', constantNs: 12_000 }), 'as n^2 on top of 12.0 µs'],
    [growth({ form: 'n^k', parameter: 1.456 }), 'about as n^1.46'],
    [growth({ form: 'c^n', parameter: 1.618 }), 'about as 1.62^n'],
    [growth({ form: '2^n' }), 'as 2^n'],
    [growth({ form: '1' }), 'not at all'],
    [growth({ form: '1' }, { form: 'log n' }), 'not at all or as log n'],
  ])('%#: %s', (found, words) => {
    expect(growthWords(found)).toBe(words);
  });

  it('leaves the constant out where there is little room', () => {
    expect(growthForm(growth({ constantNs: 50 }))).toBe('as n');
  });
});

describe('the sentence of a report', () => {
  it('speaks of the original with its error, then of the rewrites, those that grow alike together', () => {
    const rewrites = {
      workers: growth({ form: 'n' }),
      'typed-arrays': growth({ form: 'n' }),
      memoization: growth({ form: '1' }),
    };
    expect(growthSentence(reportOf(growth({ form: 'n log n' }), rewrites), titleOf)).toBe(
      'Grows as n log n (typical error 3.0 %); Workers and Typed arrays as n, memoization not at all.',
    );
  });

  it('is short without rewrites, and about constant times', () => {
    expect(growthSentence(reportOf(growth({})), titleOf)).toBe('Grows as n (typical error 3.0 %).');
    expect(growthSentence(reportOf(growth({ form: '1' })), titleOf)).toBe(
      'Takes the same time at every size (typical error 3.0 %).',
    );
  });

  it('says why there is no answer, and nothing of cases without sizes', () => {
    expect(growthSentence(reportOf(undefined, {}, 'Too few sizes.'), titleOf)).toBe('Too few sizes.');
    expect(growthSentence(reportOf(undefined), titleOf)).toBeUndefined();
  });

  it('leaves out how a wrong rewrite grows', () => {
    const wrong = measuredResult('workers', 'not-equivalent', 2);
    expect(wrong.measured?.growth).toBeDefined();
    expect(growthSentence(sampleReport([wrong], {}), titleOf)).toBe('Grows as n (typical error 1.2 %).');
  });
});
