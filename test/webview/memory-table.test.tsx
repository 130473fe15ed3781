import { describe, expect, it } from 'vitest';
import { MemoryTable } from '../../src/webview/memory-table.tsx';
import { elementsOf, textOf } from '../support/page-text.ts';
import { measuredResult, sampleReport } from '../support/sample-report.ts';

const strategies = [{ id: 'memoization', title: 'Memoization', folklore: '', whenNotToUse: '' }];
const report = sampleReport([measuredResult('memoization', 'faster', 2)]);

describe('the memory table', () => {
  it('has a row a variant with its three figures, and says how they were taken', () => {
    const table = <MemoryTable report={report} strategies={strategies} />;
    const rows = elementsOf(table).filter(({ tag }) => tag === 'tr');
    expect(rows.slice(1).map(({ text }) => text)).toEqual([
      'original7.63 MB3.1 %+11.4 MB',
      'Memoization7.63 MB3.1 %+11.4 MB',
    ]);
    expect(textOf(table)).toContain('What worker threads allocate is not seen');
  });

  it('is not there when nothing is known', () => {
    const empty = { ...report, baseline: { perCase: [] } };
    expect(textOf(<MemoryTable report={empty} strategies={strategies} />)).toBe('');
  });
});
