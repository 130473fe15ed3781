import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, tables, wrapped } from '../../src/present/terminal-layout.ts';
import { overviewText, plainPalette, reportText } from '../../src/present/text-table.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { declinedResult, measuredResult, sampleReport } from '../support/sample-report.ts';

const plain = (line: string) => line;
const ids = ['workers', 'typed-arrays', 'memoization', 'webassembly', 'streaming-io', 'typed-arrays+workers'];

describe('tables', () => {
  it('align the first column left and the others right, wide characters included', () => {
    const rows = [
      ['', 'original', 'Workers'],
      ['n = 5', '1.00 µs', ''],
      ['日本', '12 s', '3.00x'],
    ];
    expect(tables(rows, { lead: 1, width: 80, paintHeader: plain }).split('\n')).toEqual([
      '       original  Workers',
      'n = 5   1.00 µs',
      '日本       12 s    3.00x',
    ]);
  });

  it('that do not fit go on below, each part with the leading columns', () => {
    const rows = [
      ['input', 'a'.repeat(10), 'b'.repeat(10), 'c'.repeat(10)],
      ['1', '2', '3', '4'],
    ];
    const parts = tables(rows, { lead: 1, width: 30, paintHeader: plain }).split('\n\n');
    expect(parts).toHaveLength(2);
    expect(parts[1]?.split('\n')[0]).toBe(`input  ${'c'.repeat(10)}`);
  });
});

it('wrapped text keeps to the width, loses no word, and gives a long word a line of its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }),
      fc.integer({ min: 10, max: 60 }),
      (words, width) => {
        const lines = wrapped(words.join(' '), width, '  ').split('\n');
        expect(lines.join(' ').trim().split(/\s+/)).toEqual(words);
        for (const line of lines) if (line.trim().includes(' ')) expect(line.length).toBeLessThanOrEqual(width);
      },
    ),
    { seed: 1 },
  );
});

it('control characters are shown, not sent to the terminal', () => {
  expect(printable('\u001b[31mred\u001b[0m\r\n\u0007\u009b')).toBe('␛[31mred␛[0m ␇\ufffd');
});

describe('the report as text', () => {
  const report = sampleReport(
    [
      measuredResult('workers', 'slower', 0.3, { reasons: [{ code: 'W9', message: 'starting threads takes longer' }] }),
      measuredResult('typed-arrays', 'faster', 4.2),
      declinedResult('memoization'),
    ],
    {
      inputs: { origin: 'generated', notes: ['n = 9 was left out: \u001b[31mit throws'], cases: [] },
      integrity: [
        { check: 'Planted bug', ok: false, detail: 'It was not caught.' },
        { check: 'Inputs renewed', ok: true, detail: 'Each call.' },
      ],
    },
  );
  const text = reportText(report, titleFromId, plainPalette, 80);

  it('holds no colour codes when plain, and keeps to the width', () => {
    expect(text).not.toContain('\u001b');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says of a rewrite that was only looked at that it was', () => {
    const equivalence = { cases: 12, generatedCases: 10, firstLook: true, tolerance: 'exact' } as const;
    const looked = measuredResult('workers', 'slower', 0.5);
    if (looked.rewrite === undefined) throw new Error('the sample has a rewrite');
    const words = (result: typeof looked) => reportText(sampleReport([result]), titleFromId, plainPalette);
    expect(words({ ...looked, equivalence })).toContain('12 cases compared at a first look.');
    expect(words(looked)).not.toContain('first look');
  });

  it('tells each reason once, with its line and what would unlock it', () => {
    expect(text.match(/Line 14: `rows` comes from the caller\. Copy it first\./g)).toHaveLength(1);
    expect(text).toContain('▲ Typed arrays: 4.20x faster');
    expect(text).toContain('– Memoization: not applicable');
    expect(text).toContain('Starting threads takes longer.');
  });

  it('says what failed of the checks and what was left out of the inputs', () => {
    expect(text).toContain('Check failed: Planted bug. It was not caught.');
    expect(text).not.toContain('Inputs renewed');
    expect(text).toContain('n = 9 was left out:');
  });

  it('has no empty table when nothing could be measured, and still names the cases', () => {
    const unmeasured = reportText(sampleReport([], { baseline: { perCase: [] } }), titleFromId, plainPalette);
    expect(unmeasured).not.toContain('original');
    expect(unmeasured).toContain('Inputs declared: n = 100, n = 10000, n = 1000000.');
  });

  it('shows the original beside the rewrite where they were timed on calls in a row, and says so', () => {
    const result = measuredResult('workers', 'faster', 2);
    const [first] = result.measured?.speedup ?? [];
    if (result.measured === undefined || first === undefined) throw new Error('The sample has no speed-up.');
    const baselineTime = { value: 4e6, low: 4e6, high: 4e6, confidence: 0.95 as const };
    const inRow = { ...result, measured: { ...result.measured, speedup: [{ ...first, baselineTime }] } };
    expect(reportText(sampleReport([inRow]), titleFromId, plainPalette)).toMatch(
      /4\.00 ms → \d+ ns \(2\.00x\)[\s\S]*“a → b”/,
    );
    expect(text).not.toContain('→');
  });

  it('paints with the colours it is given', () => {
    const tagged = { bold: plain, dim: plain, good: (words: string) => `<good>${words}</good>`, bad: plain };
    expect(reportText(report, titleFromId, tagged)).toContain('<good>▲ Typed arrays: 4.20x faster</good>');
  });
});

it('the overview has a row for each function and fits the width with many strategies', () => {
  const reports = [
    sampleReport(ids.map((id) => measuredResult(id, 'faster', 50_000))),
    sampleReport(ids.map((id) => declinedResult(id))),
  ];
  const lines = overviewText(reports, titleFromId, plainPalette, 100).split('\n');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  expect(lines.filter((line) => line.startsWith('sieve'))).toHaveLength(6);
  expect(lines.join('\n').match(/▲ 50,000x faster/g)).toHaveLength(ids.length);
});

it('combinations share a column of the overview, where the best of each function is named', () => {
  const reports = [
    sampleReport([measuredResult('workers', 'faster', 2), measuredResult('memoization+workers', 'faster', 4)]),
    sampleReport([
      measuredResult('typed-arrays+workers', 'no-difference', 1),
      measuredResult('webassembly+workers', 'faster', 3),
    ]),
    sampleReport([declinedResult('workers'), declinedResult('combinations')]),
  ];
  const text = overviewText(reports, titleFromId, plainPalette, 200);
  expect(text.match(/Combinations/g)).toHaveLength(1);
  const [first, second, third] = text.split('\n').filter((line) => line.startsWith('sieve'));
  expect(first).toMatch(/4\.00x faster: Memoization \+ workers$/i);
  expect(second).toMatch(/3\.00x faster: WebAssembly \+ workers$/i);
  expect(third).toMatch(/not applicable$/);
});
