import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reportToMarkdown } from '../../src/present/markdown.ts';
import { memoryRows } from '../../src/present/memory-rows.ts';
import { plainPalette, reportText } from '../../src/present/text-table.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { declinedResult, estimate, measuredResult, sampleReport } from '../support/sample-report.ts';

const report = sampleReport([measuredResult('memoization', 'faster', 2), declinedResult('workers')]);

function withoutMemory({ baseline, ...rest }: Report): Report {
  return { ...rest, baseline: { perCase: baseline.perCase.map(({ label }) => ({ label, time: estimate(1) })) } };
}

describe('memory', () => {
  it('has a row for the original and for each variant that was measured, at the largest size', () => {
    expect(memoryRows(report, titleFromId)).toEqual({
      label: 'n = 1000000',
      rows: [
        { variant: 'original', allocated: '7.63 MB', collector: '3.1 %', added: '+11.4 MB' },
        { variant: 'Memoization', allocated: '7.63 MB', collector: '3.1 %', added: '+11.4 MB' },
      ],
    });
  });

  it('says what is unknown, and nothing at all when all of it is', () => {
    const last = { label: 'n = 7', time: estimate(1), peakRssBytes: 5e7, addedRssBytes: -4096 };
    const partly = { ...report, results: [], baseline: { perCase: [last] } };
    expect(memoryRows(partly, titleFromId)?.rows).toEqual([
      { variant: 'original', allocated: 'unknown', collector: 'unknown', added: '+0 B' },
    ]);
    expect(memoryRows(withoutMemory({ ...report, results: [] }), titleFromId)).toBeUndefined();
    expect(reportText(withoutMemory({ ...report, results: [] }), titleFromId, plainPalette)).not.toContain('Memory');
  });

  it('is one sentence in a terminal and a table in Markdown', () => {
    expect(reportText(report, titleFromId, plainPalette, 1000)).toContain(
      'Memory per call at n = 1000000: original allocates 7.63 MB (garbage collection 3.1 %, resident +11.4 MB); Memoization allocates',
    );
    expect(reportToMarkdown(report, titleFromId)).toContain('| Memoization | 7.63 MB | 3.1 % | +11.4 MB |');
  });
});
