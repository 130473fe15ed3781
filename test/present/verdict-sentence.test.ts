import { describe, expect, it } from 'vitest';
import type { StrategyResult, Verdict } from '../../src/model/report.ts';
import {
  atLine,
  bestResult,
  comparedHow,
  headlineSpeedup,
  reasonInFull,
  sentenceRepeatsReason,
  shortVerdict,
  summarySentence,
  titleFromId,
  unlocksOnce,
  verdictSentence,
  verdictSign,
  withheldVerdict,
} from '../../src/present/verdict-sentence.ts';
import { declinedResult, estimate, measuredResult } from '../support/sample-report.ts';

const noisy = { code: 'N1', message: 'identical builds differed by 45 % in this run' };

describe('each verdict in a few words and in a sentence with its evidence', () => {
  it.each<readonly [StrategyResult, string, string]>([
    [
      measuredResult('workers', 'faster', 4.2),
      '4.20x faster',
      '4.20x faster at n = 1000000 (95 % interval 3.99x to 4.41x).',
    ],
    [
      measuredResult('workers', 'slower', 0.25),
      '4.00x slower',
      '4.00x slower at n = 1000000 (95 % interval 3.81x to 4.21x).',
    ],
    [
      measuredResult('workers', 'no-difference', 1.0),
      'no difference',
      'No difference at n = 1000000: any that exists is below 5.0 %.',
    ],
    [
      measuredResult('workers', 'withheld', 1.4, { reasons: [noisy] }),
      'too noisy to say',
      'No claim. Identical builds differed by 45 % in this run.',
    ],
    [declinedResult('workers'), 'not applicable', 'Line 14: `rows` comes from the caller.'],
    [
      { strategy: 'workers', verdict: 'failed', reasons: [{ code: 'R1', message: 'The heap was full.', line: 3 }] },
      'failed',
      'Could not be run. Line 3: The heap was full.',
    ],
    [
      measuredResult('memoization', 'not-equivalent', 9, {
        equivalence: {
          cases: 3,
          generatedCases: 0,
          tolerance: 'exact',
          counterexample: { args: '-0', expected: '-0', actual: '0' },
        },
      }),
      'not equivalent',
      'Gives a different result: for (-0) the original gives -0, the rewrite 0.',
    ],
  ])('$verdict', (result, short, sentence) => {
    expect(shortVerdict(result)).toBe(short);
    expect(verdictSentence(result)).toBe(sentence);
  });

  it.each<readonly [Verdict, string]>([
    ['faster', 'Faster.'],
    ['slower', 'Slower.'],
    ['no-difference', 'No difference.'],
    ['not-equivalent', 'Gives a different result.'],
    ['failed', 'Could not be run.'],
    ['declined', 'Not applicable.'],
    ['withheld', 'No claim.'],
  ])('%s is still a sentence when nothing was measured and no reason is given', (verdict, sentence) => {
    expect(verdictSentence({ strategy: 'workers', verdict, reasons: [] })).toBe(sentence);
  });

  it('no two verdicts have the same sign, so that none needs colour', () => {
    const verdicts: Verdict[] = [
      'faster',
      'slower',
      'no-difference',
      'not-equivalent',
      'failed',
      'declined',
      'withheld',
    ];
    const peak = { label: 'n = 1000', originalBytes: 60_000_000, bytes: 10_000_000 };
    const thrifty = measuredResult('streaming-io', 'withheld', 1, { memory: { peak } });
    const results = [...verdicts.map((verdict) => measuredResult('streaming-io', verdict, 1)), thrifty];
    expect(new Set(results.map(verdictSign)).size).toBe(results.length);
  });
});

it('a bound on a difference is rounded up, never below itself', () => {
  const within = (high: number) =>
    verdictSentence(
      measuredResult('workers', 'no-difference', 1, {
        measured: {
          perCase: [],
          speedup: [{ label: 'n = 1', ratio: { value: 1, low: 1, high, confidence: 0.95 } }],
        },
      }),
    );
  expect(within(1.0241)).toMatch(/below 2\.5 %/);
  expect(within(1.00001)).toMatch(/below 0\.1 %/);
  expect(within(1.123)).toMatch(/below 13 %/);
});

it('a long counterexample is shortened in the sentence', () => {
  const counterexample = { args: `[${'1, '.repeat(500)}1]`, expected: `"${'x'.repeat(500)}"`, actual: 'NaN' };
  const result = measuredResult('workers', 'not-equivalent', 2, {
    equivalence: { cases: 1, generatedCases: 1, tolerance: 'exact', counterexample },
  });
  expect(verdictSentence(result).length).toBeLessThan(260);
  expect(verdictSentence(result)).toMatch(
    /^Gives a different result: for \(\[1, 1.*…\) the original gives "x+…, the rewrite NaN\.$/,
  );
});

it('the headline is the case that the verdict names, and the last one when it names none', () => {
  const speedups = [
    { label: 'small', ratio: estimate(2) },
    { label: 'large', ratio: estimate(3) },
  ];
  const measured = { perCase: [], speedup: speedups };
  expect(headlineSpeedup(measuredResult('a', 'faster', 1, { measured, headline: 'small' }))?.label).toBe('small');
  expect(headlineSpeedup(measuredResult('a', 'faster', 1, { measured, headline: 'gone' }))?.label).toBe('large');
  expect(headlineSpeedup(declinedResult('a'))).toBeUndefined();
});

describe('reasons', () => {
  it('a reason in full has its place, its sentence, the edit that would unlock it and its code', () => {
    const reason = { code: 'T4', message: '`rows` escapes', line: 14, column: 5, unlock: 'Copy it first.' };
    expect(reasonInFull(reason)).toBe('Line 14:5: `rows` escapes. Copy it first. [T4]');
    expect(reasonInFull({ code: 'S0', message: 'reads no files.' })).toBe('Reads no files. [S0]');
    // What the judging says needs no number to be looked up.
    expect(reasonInFull({ code: 'too-wide', message: 'Too wide.', unlock: 'Run longer.' })).toBe(
      'Too wide. Run longer.',
    );
  });

  it('how cases were compared names what was left out, and that time was over', () => {
    const summary = { cases: 1300, generatedCases: 1200, tolerance: 'exact' };
    expect(comparedHow(summary)).toBe('1,200 generated');
    expect(comparedHow({ ...summary, skippedCases: 2, cut: true })).toBe(
      '1,200 generated, 2 left out, on which the original is too slow or not the same twice, cut short by time',
    );
    expect(comparedHow({ ...summary, cut: true, firstLook: true })).toBe('1,200 generated, a first look only');
  });

  it('end with a full stop and begin with a capital, unless they begin with a name', () => {
    expect(atLine({ message: 'uses eval' })).toBe('Uses eval.');
    expect(atLine({ message: 'uses eval!', line: 3 })).toBe('Line 3: uses eval!');
    expect(atLine({ message: '`total` grows.' })).toBe('`total` grows.');
    for (const name of ['rowCount', 'row_count', 'row2', '$row', 'rows.length', 'push()'])
      expect(atLine({ message: `${name} changes` })).toBe(`${name} changes.`);
  });

  it('are not told twice where the sentence is made of the first one', () => {
    expect(sentenceRepeatsReason(declinedResult('workers'))).toBe(true);
    expect(sentenceRepeatsReason(measuredResult('workers', 'withheld', 1, { reasons: [noisy] }))).toBe(true);
    expect(sentenceRepeatsReason(measuredResult('workers', 'faster', 2, { reasons: [noisy] }))).toBe(false);
    expect(sentenceRepeatsReason({ strategy: 'workers', verdict: 'failed', reasons: [] })).toBe(false);
  });
});

describe('the summary', () => {
  it('names the fastest proven result, never a faster wrong one', () => {
    const results = [
      measuredResult('workers', 'faster', 2),
      measuredResult('typed-arrays', 'faster', 5),
      measuredResult('memoization', 'not-equivalent', 900),
      measuredResult('webassembly', 'withheld', 800),
    ];
    expect(bestResult(results)?.strategy).toBe('typed-arrays');
    expect(summarySentence('sieve', results, titleFromId)).toBe(
      'Typed arrays makes sieve 5.00x faster at n = 1000000, with the same results on 1,212 compared cases.',
    );
  });

  it.each([
    ['too-few-runs', 'too few runs to say'],
    ['not-certain', 'not certain yet'],
    ['too-wide', 'not certain yet'],
    ['noisy', 'too noisy to say'],
    ['within-noise', 'too noisy to say'],
    ['below-floor', 'too quick to measure'],
    ['E2', 'not verified'],
    ['integrity', 'figures not trusted'],
  ])('a verdict withheld for %s says so', (code, words) => {
    const result = measuredResult('workers', 'withheld', 1.4, { reasons: [{ code, message: 'why' }] });
    expect(shortVerdict(result)).toBe(words);
    expect(withheldVerdict([declinedResult('memoization'), result])).toBe(words);
  });

  it('several reasons for no claim have no common short word', () => {
    const results = ['noisy', 'too-few-runs'].map((code) =>
      measuredResult('workers', 'withheld', 1.4, { reasons: [{ code, message: 'why' }] }),
    );
    expect(withheldVerdict(results)).toBe('no clear answer');
    expect(withheldVerdict([declinedResult('memoization')])).toBeUndefined();
  });

  it.each<readonly [string, readonly StrategyResult[], RegExp]>([
    [
      'noise',
      [measuredResult('workers', 'withheld', 3), declinedResult('memoization')],
      /^No claim about Workers \(too noisy to say\); nothing else is faster than sieve as it stands\.$/,
    ],
    [
      'what several are held back by, once',
      [
        measuredResult('workers', 'withheld', 3),
        measuredResult('typed-arrays', 'withheld', 3),
        measuredResult('memoization', 'withheld', 3, { reasons: [{ code: 'too-few-runs', message: 'why' }] }),
      ],
      /^No claim about Workers and Typed arrays \(too noisy to say\) and Memoization \(too few runs to say\); /,
    ],
    [
      'what is not faster',
      [measuredResult('workers', 'slower', 0.5), measuredResult('typed-arrays', 'no-difference', 1)],
      /^sieve is best left as it is: Workers and Typed arrays are not faster here\.$/,
    ],
    ['that there is no rewrite', [declinedResult('workers')], /no strategy has a rewrite for it/],
    ['that there is no rewrite at all', [], /no strategy has a rewrite for it/],
  ])('tells %s', (_title, results, sentence) => {
    expect(bestResult(results)).toBeUndefined();
    expect(summarySentence('sieve', results, titleFromId)).toMatch(sentence);
  });
});

it('tells a way to unlock several reasons once, beside the last of them', () => {
  const reasons = [
    { code: 'M3', message: 'a may change', unlock: 'Take its fields.' },
    { code: 'M5', message: 'too many keys' },
    { code: 'M3', message: 'b may change', unlock: 'Take its fields.' },
    { code: 'M2', message: 'the result may change', unlock: 'Freeze it.' },
  ];
  expect(unlocksOnce(reasons)).toEqual([
    { code: 'M3', message: 'a may change' },
    { code: 'M5', message: 'too many keys' },
    { code: 'M3', message: 'b may change', unlock: 'Take its fields.' },
    { code: 'M2', message: 'the result may change', unlock: 'Freeze it.' },
  ]);
});
