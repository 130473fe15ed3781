import { describe, expect, it } from 'vitest';
import { reportToMarkdown } from '../../src/present/markdown.ts';
import { plainPalette, reportText } from '../../src/present/text-table.ts';
import {
  deoptSentence,
  lastingDeopts,
  passingDeopts,
  timeCaveat,
  timeRows,
  timeSentence,
} from '../../src/present/time-words.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { expectValidReport } from '../support/report-schema.ts';
import { sampleReport } from '../support/sample-report.ts';
import { sampleWhySlow } from '../support/sample-why-slow.ts';

const sample = sampleWhySlow();

describe('the rows', () => {
  it('are the hottest lines with what they call, then everything else, and add up to the whole', () => {
    const rows = timeRows(sample);
    expect(rows.map(({ place, callees }) => [place, callees])).toEqual([
      ['line 15', 'in Array.prototype.indexOf 40 %'],
      ['line 14', ''],
      ['weigh.ts:3', ''],
      ['garbage collection', ''],
      ['other lines', ''],
    ]);
    expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('leave out lines too small to tell, and name a callee only when it is a good part of its line', () => {
    const [first] = sample.lines;
    if (first === undefined) throw new Error('the sample has lines');
    const lines = [
      {
        ...first,
        share: 0.9,
        callees: [
          { name: 'large', share: 0.5 },
          { name: 'small', share: 0.05 },
        ],
      },
      { ...first, line: 3, share: 0.004, callees: [] },
    ];
    const rows = timeRows(sampleWhySlow({ lines, collector: 0 }));
    expect(rows.map(({ place }) => place)).toEqual(['line 15', 'other lines']);
    expect(rows[0]?.callees).toBe('in large 50 %');
  });

  it('are none when there are too few samples to tell lines apart', () => {
    const few = sampleWhySlow({ samples: 49 });
    expect(timeRows(few)).toEqual([]);
    expect(timeSentence(few)).toMatch(/^Only 49 samples .* too few/);
    expect(timeCaveat(few)).toBeUndefined();
  });
});

describe('the sentence', () => {
  it('names the hottest line, and the collector when it took much', () => {
    expect(timeSentence(sample)).toBe('Line 15 takes 60 % of the time on n = 1000000, garbage collection 8.0 %.');
    expect(timeSentence(sampleWhySlow({ collector: 0.01 }))).toBe('Line 15 takes 60 % of the time on n = 1000000.');
  });

  it('says when much of the time was not spent in optimised code', () => {
    expect(timeSentence(sampleWhySlow({ optimized: 0.4 }))).toContain('Only 40 % of it ran in optimised code.');
  });

  it('is the reason when nothing was taken', () => {
    expect(timeSentence(sampleWhySlow({ samples: 0, note: 'The process ran out of time.' }))).toBe(
      'The process ran out of time.',
    );
  });
});

describe('deoptimisations', () => {
  it('that go on are told one by one, those of the warm-up together', () => {
    expect(lastingDeopts(sample).map(deoptSentence)).toEqual([
      'V8 threw away optimised code 12 times while the function was warm (“wrong map”). An object had another shape.',
    ]);
    expect(passingDeopts(sample)).toMatch(/at line 14\.$/);
    expect(passingDeopts(sampleWhySlow({ deopts: [] }))).toBeUndefined();
  });
});

it('how it was taken says how many samples there were and how far chance moves a share', () => {
  expect(timeCaveat(sample)).toMatch(/800 samples, one every 0\.31 ms, .* 42 calls; .* by 3 points/);
  const { collector: _, ...renewed } = sample;
  expect(timeCaveat(renewed)).toContain('Every call got fresh arguments');
});

describe('a report with it', () => {
  const report = sampleReport([], { whySlow: sample });

  it('conforms to the schema, also with a note alone', () => {
    expectValidReport(report);
    const { collector: _, ...none } = sampleWhySlow({ samples: 0, lines: [], deopts: [], note: 'It was too fast.' });
    expectValidReport(sampleReport([], { whySlow: none }));
  });

  it('shows in a terminal a bar for each row, within the width', () => {
    const text = reportText(report, titleFromId, plainPalette, 72);
    expect(text).toContain('60 % ██████     line 15     sum += list[i] | flags;');
    expect(text).toContain('10 % █          weigh.ts:3  return a * b;');
    expect(text).toContain('line 15: V8 threw away optimised code 12 times');
    const part = text.slice(text.indexOf('Where the time goes'));
    for (const line of part.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
  });

  it('is a table in Markdown, in which code ends no cell', () => {
    const markdown = reportToMarkdown(report, titleFromId);
    expect(markdown).toContain('### Where the time goes\n\nLine 15 takes 60 %');
    expect(markdown).toContain(
      '| 60 % | line 15 | `sum += list[i] \\| flags;` | in Array.prototype.indexOf 40 % |\n| 20 % | line 14 |',
    );
    expect(markdown).toContain('- line 15: V8 threw away optimised code 12 times');
  });

  it('shows nothing of it when it was not taken', () => {
    expect(reportText(sampleReport([]), titleFromId, plainPalette)).not.toContain('Where the time goes');
    expect(reportToMarkdown(sampleReport([]), titleFromId)).not.toContain('Where the time goes');
  });
});
