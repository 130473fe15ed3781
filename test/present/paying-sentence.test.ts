import { describe, expect, it } from 'vitest';
import type { StrategyResult } from '../../src/model/report.ts';
import { reportToMarkdown } from '../../src/present/markdown.ts';
import { costSentence, payingSentence } from '../../src/present/paying-sentence.ts';
import { plainPalette, reportText } from '../../src/present/text-table.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { schemaErrors } from '../support/report-schema.ts';
import { measuredResult, sampleReport } from '../support/sample-report.ts';

const crossing = { size: 1234, low: 1190.4, high: 1302 };
const cost = { linesAdded: 23, linesRemoved: 1, dependencies: [], bundleBytes: 1234 };

function result(more: Partial<StrategyResult>): StrategyResult {
  return measuredResult('workers', 'faster', 2, more);
}

describe('where a rewrite pays', () => {
  it.each<[Partial<StrategyResult>, string | undefined]>([
    [{ payingSizes: { measured: 'from', crossing } }, 'Pays from about n = 1,230 (1,190 to 1,300) on.'],
    [
      { payingSizes: { measured: 'up-to', crossing } },
      'Pays up to about n = 1,230 (1,190 to 1,300); above it the original is faster.',
    ],
    [{ payingSizes: { measured: 'all' } }, 'Pays at all sizes measured.'],
    [{ payingSizes: { measured: 'none' } }, 'Pays at none of the sizes measured.'],
    [{ breakEven: crossing }, 'Pays from about n = 1,230 (1,190 to 1,300) on.'],
    [{ breakEven: null }, undefined],
    [{}, undefined],
  ])('%#: %o', (more, sentence) => {
    expect(payingSentence(result(more))).toBe(sentence);
  });

  it('what is extrapolated says so in the same breath', () => {
    const extrapolated = { pays: 'from', size: 41_234, low: 36_000, high: 47_400 } as const;
    expect(payingSentence(result({ payingSizes: { measured: 'none', extrapolated } }))).toBe(
      'Pays at none of the sizes measured. It would pay from about n = 41,000 (36,000 to 47,000): extrapolated from the growth, not measured.',
    );
    expect(
      payingSentence(result({ payingSizes: { measured: 'all', extrapolated: { ...extrapolated, pays: 'up-to' } } })),
    ).toMatch(/only up to about n = 41,000 .*extrapolated from the growth, not measured\.$/);
  });
});

describe('what a rewrite costs', () => {
  it('is said once and for good: time, calls, lines, bytes', () => {
    expect(costSentence(result({ payback: { oneTimeMs: 12, callsToPayBack: 4 }, cost }))).toBe(
      'Costs 12.0 ms once, paid back after 4 calls. Adds 23 lines, removes 1; the built code grows by 1.21 KB.',
    );
    expect(costSentence(result({ payback: { oneTimeMs: 1, callsToPayBack: 1 } }))).toMatch(/after 1 call\.$/);
    expect(costSentence(result({ cost: { ...cost, bundleBytes: -200 } }))).toMatch(/shrinks by 200 B\.$/);
    expect(costSentence(result({}))).toBeUndefined();
  });

  it('packages are not in the figure, and named', () => {
    expect(costSentence(result({ cost: { ...cost, dependencies: ['piscina'] } }))).toMatch(
      /grows by 1\.21 KB, not counting piscina\.$/,
    );
    const { bundleBytes: _, ...unbuilt } = cost;
    expect(costSentence(result({ cost: { ...unbuilt, dependencies: ['piscina'] } }))).toMatch(
      /removes 1; needs piscina\.$/,
    );
  });

  it('nothing is said of a payback without a cost, or that never comes', () => {
    expect(costSentence(result({ payback: { oneTimeMs: 0, callsToPayBack: 0 } }))).toBeUndefined();
    expect(costSentence(result({ payback: { oneTimeMs: 3, callsToPayBack: null } }))).toBeUndefined();
  });
});

describe('the terminal and Markdown', () => {
  const report = sampleReport([
    result({ payingSizes: { measured: 'from', crossing }, cost, payback: { oneTimeMs: 12, callsToPayBack: 4 } }),
    measuredResult('memoization', 'slower', 0.5, { payingSizes: { measured: 'none' }, cost }),
  ]);
  const texts = [reportText(report, titleFromId, plainPalette, 200), reportToMarkdown(report, titleFromId)];

  it.each(texts)('say the growth, where it pays, and what it costs', (text) => {
    expect(text).toContain('Grows as n (typical error 1.2 %)');
    expect(text).toContain('Pays from about n = 1,230 (1,190 to 1,300) on.');
    expect(text).toContain('paid back after 4 calls');
    expect(text).toContain('Pays at none of the sizes measured.');
  });

  it.each(texts)('leave out the cost of what is not worth having', (text) => {
    expect(text.match(/Adds 23 lines/g)).toHaveLength(1);
  });
});

describe('the schema of reports', () => {
  const extrapolated = { pays: 'from', size: 4e4, low: 3e4, high: 5e4 } as const;

  it('knows growth, paying sizes and cost', () => {
    const results = [
      result({ payingSizes: { measured: 'up-to', crossing }, cost }),
      measuredResult('memoization', 'slower', 0.5, { payingSizes: { measured: 'none', extrapolated } }),
    ];
    expect(schemaErrors(sampleReport(results))).toEqual([]);
  });

  it('refuses what is no such thing', () => {
    const wrong = { measured: 'none', extrapolated: { size: 4e4, low: 3e4, high: 5e4 } } as never;
    expect(schemaErrors(sampleReport([result({ payingSizes: wrong })]))).not.toEqual([]);
    expect(schemaErrors(sampleReport([result({ cost: { ...cost, linesAdded: 1.5 } })]))).not.toEqual([]);
    const { baseline } = sampleReport([]);
    const unknown = { ...baseline, growth: { ...baseline.growth, fits: [{ form: 'n!' }] } } as never;
    expect(schemaErrors(sampleReport([], { baseline: unknown }))).not.toEqual([]);
  });
});
