import { describe, expect, it } from 'vitest';
import { rewriteCost } from '../../../src/engine/judge/rewrite-cost.ts';
import { unifiedDiff } from '../../../src/engine/source/unified-diff.ts';
import type { Rewrite } from '../../../src/model/report.ts';

const unknown = { baseline: undefined, candidate: undefined };

function rewrite(diff: string, dependencies: Record<string, string> = {}): Rewrite {
  return { signature: 'same', files: [], dependencies, diff: diff.trimEnd() };
}

describe('the cost of a rewrite', () => {
  it('counts the lines of every file of the diff, and no header', () => {
    const edited = unifiedDiff('a.ts', 'one\ntwo\nthree\n', 'one\n2\n2b\nthree\n');
    const added = unifiedDiff('b.ts', undefined, 'x\ny\nz\n');
    expect(rewriteCost(rewrite(edited + added), unknown)).toEqual({ linesAdded: 5, linesRemoved: 1, dependencies: [] });
  });

  it('lines that look like headers are lines', () => {
    const diff = unifiedDiff('a.ts', 'a\n-- i;\nb\n', 'a\n++ i;\n++ j;\nb\n');
    expect(diff).toContain('\n+++ i;');
    expect(diff).toContain('\n--- i;');
    expect(rewriteCost(rewrite(diff), unknown)).toMatchObject({ linesAdded: 2, linesRemoved: 1 });
  });

  it('hunks far apart, and a file without a last newline', () => {
    const before = `${Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n')}\nlast`;
    const after = before.replace('line 3', 'LINE 3').replace('last', 'first\nlast');
    const diff = unifiedDiff('a.ts', before, after);
    expect(diff.match(/^@@/gm)).toHaveLength(2);
    expect(diff).toContain('No newline');
    const cost = rewriteCost(rewrite(diff), unknown);
    expect(cost.linesAdded - cost.linesRemoved).toBe(1);
    expect(cost.linesRemoved).toBe(diff.split('\n').filter((line) => /^-(?!--)/.test(line)).length);
  });

  it('bytes are the difference of the two builds, and left out unless both are known', () => {
    const { diff } = rewrite(unifiedDiff('a.ts', 'a\n', 'b\n'));
    expect(rewriteCost(rewrite(diff), { baseline: 1000, candidate: 1700 }).bundleBytes).toBe(700);
    expect(rewriteCost(rewrite(diff), { baseline: 1000, candidate: 900 }).bundleBytes).toBe(-100);
    expect(rewriteCost(rewrite(diff), { baseline: 1000, candidate: undefined })).not.toHaveProperty('bundleBytes');
  });

  it('names the packages that come on top', () => {
    expect(rewriteCost(rewrite('', { piscina: '^5.0.0' }), unknown).dependencies).toEqual(['piscina']);
  });
});
