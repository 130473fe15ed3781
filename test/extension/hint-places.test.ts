import { describe, expect, it } from 'vitest';
import { type Hint, hintsAfter, hintsOf } from '../../src/extension/hint-places.ts';
import { declinedResult, sampleReport } from '../support/sample-report.ts';

const titleOf = (id: string): string => id.toUpperCase();
const carried = { code: 'W1', message: '`total` is carried on', line: 4, column: 7, unlock: 'Return it.' };

describe('hintsOf', () => {
  it('gives a hint for each reason with a line, in the words of the report', () => {
    const report = sampleReport([
      declinedResult('workers', { reasons: [carried, { code: 'S0', message: 'No files.' }] }),
    ]);
    expect(hintsOf(report, titleOf)).toEqual([
      {
        code: 'W1',
        message: 'WORKERS declined: `total` is carried on. To unlock it: Return it.',
        line: 3,
        character: 6,
      },
    ]);
  });

  it('says once what two strategies say of one place', () => {
    const results = ['workers', 'memoization'].map((id) => declinedResult(id, { reasons: [carried] }));
    const [hint, ...others] = hintsOf(sampleReport(results), titleOf);
    expect(hint?.message).toMatch(/^WORKERS, MEMOIZATION declined:/);
    expect(others).toEqual([]);
  });

  it('leaves out what is said about rewrites that were measured', () => {
    expect(
      hintsOf(
        sampleReport([{ ...declinedResult('workers', { reasons: [carried] }), verdict: 'no-difference' }]),
        titleOf,
      ),
    ).toEqual([]);
  });
});

describe('hintsAfter', () => {
  const at = (line: number): Hint => ({ code: 'W1', message: 'x', line, character: 0 });
  const linesAfter = (changes: Parameters<typeof hintsAfter>[1]): readonly number[] =>
    hintsAfter([at(2), at(5), at(9)], changes).map(({ line }) => line);

  it('takes hints away from the lines that were edited and moves those below', () => {
    expect(linesAfter([{ startLine: 5, endLine: 5, text: 'a\nb\nc' }])).toEqual([2, 11]);
    expect(linesAfter([{ startLine: 3, endLine: 6, text: '' }])).toEqual([2, 6]);
    expect(linesAfter([{ startLine: 0, endLine: 0, text: '\r\n' }])).toEqual([3, 6, 10]);
  });

  it('takes several edits of one change in whatever order they come', () => {
    const edits = [
      { startLine: 1, endLine: 1, text: '\n' },
      { startLine: 7, endLine: 8, text: '' },
    ];
    expect(linesAfter(edits)).toEqual([3, 6, 9]);
    expect(linesAfter(edits.toReversed())).toEqual([3, 6, 9]);
  });
});
