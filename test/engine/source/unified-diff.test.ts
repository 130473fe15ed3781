import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../../src/engine/source/unified-diff.ts';
import { projectFolder } from './project-folder.ts';

const numbered = (count: number): string => Array.from({ length: count }, (_, i) => `line ${i + 1}\n`).join('');

test('shows three lines around each change, and joins changes that are near', () => {
  const after = numbered(30)
    .replace('line 5\n', 'LINE 5\n')
    .replace('line 9\n', '')
    .replace('line 25\n', 'line 25\nnew\n');
  expect(unifiedDiff('src/a.ts', numbered(30), after)).toBe(`--- a/src/a.ts
+++ b/src/a.ts
@@ -2,11 +2,10 @@
 line 2
 line 3
 line 4
-line 5
+LINE 5
 line 6
 line 7
 line 8
-line 9
 line 10
 line 11
 line 12
@@ -23,6 +22,7 @@
 line 23
 line 24
 line 25
+new
 line 26
 line 27
 line 28
`);
});

test('a new file comes from nowhere', () => {
  expect(unifiedDiff('b.ts', undefined, 'x\ny\n')).toBe('--- /dev/null\n+++ b/b.ts\n@@ -0,0 +1,2 @@\n+x\n+y\n');
});

test('a last line without an end says so', () => {
  expect(unifiedDiff('a', 'x\ny', 'x\nz\n')).toBe(
    '--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n',
  );
});

test('equal texts differ in nothing', () => {
  expect(unifiedDiff('a', 'x\n', 'x\n')).toBe('');
});

test('texts that share nothing are replaced whole, in bounded time', () => {
  const before = Array.from({ length: 4000 }, (_, i) => `old ${i}\n`).join('');
  const after = Array.from({ length: 4000 }, (_, i) => `new ${i}\n`).join('');
  const diff = unifiedDiff('a', before, after);
  expect(diff).toContain('@@ -1,4000 +1,4000 @@');
});

function applyPatch(before: string, diff: string): string {
  const folder = projectFolder({ a: before });
  writeFileSync(join(folder, 'change.patch'), diff);
  execFileSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', 'change.patch'], { cwd: folder });
  return readFileSync(join(folder, 'a'), 'utf8');
}

test('git applies what it writes', () => {
  const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '😀\n'), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, fc.boolean(), (before, after, endsOpen) => {
      const from = before.join('');
      const to = after.join('') + (endsOpen ? 'open' : '');
      fc.pre(from !== to);
      expect(applyPatch(from, unifiedDiff('a', from, to))).toBe(to);
    }),
    { seed: 5, numRuns: 40 },
  );
});
