// A fixed part of `npm run bench:soundness -- --only planted`: mistakes in rewrites that the strategies generate, each of which the product's
// own verifier has to find in inputs that it makes up, and the rewrites themselves, in which it must find nothing.
import { readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyEquivalent } from '../../bench/soundness/equivalent-mutants.ts';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import type { VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import { type BenchmarkProcesses, createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { type BundledChild, bundleChild } from '../support/bundle-child.ts';
import { comparisonWith } from '../support/compare-text.ts';
import { projects } from '../support/propose-on.ts';

interface Mistake {
  readonly what: string;
  /** It shows only where the original throws, or for values that no caller was seen to hand over: told as a caveat. */
  readonly isCaveat?: true;
  readonly from: string;
  readonly to: string;
}

interface Rewrite {
  readonly fixture: string;
  readonly name: string;
  readonly after: string;
  readonly mistakes: readonly Mistake[];
}

const rewrites: readonly Rewrite[] = [
  {
    fixture: 'typed-arrays/edit-distance-table',
    name: 'distance',
    after: 'after.ts',
    mistakes: [
      { what: 'a loop starts one too late', from: 'let j = 1; j <= n', to: 'let j = 2; j <= n' },
      { what: 'a table ends one too early', from: 'new Int32Array((m + 1) * width)', to: 'new Int32Array(m * width)' },
      { what: 'a reset is dropped', from: 'for (let i = 0; i <= m; i++) dp[i * width] = i;', to: '' },
    ],
  },
  {
    fixture: 'typed-arrays/prefix-sums-of-an-array',
    name: 'longestRunWithSum',
    after: 'after.ts',
    mistakes: [
      { what: 'fractions are cut off', from: 'new Float64Array(n + 1)', to: 'new Int32Array(n + 1)' },
      { what: 'an order is turned round', from: 'prefix[j] - prefix[i] ===', to: 'prefix[i] - prefix[j] ===' },
    ],
  },
  {
    fixture: 'typed-arrays/sieve-count',
    name: 'countPrimes',
    after: 'after.ts',
    mistakes: [{ what: 'a branch is turned round', from: 'if (!composite[i])', to: 'if (composite[i])' }],
  },
  {
    fixture: 'plain-javascript/squares',
    name: 'squares',
    after: 'after.ts',
    mistakes: [
      { what: 'holes are filled', isCaveat: true, from: 'if (!(i in values)) continue;', to: '' },
      { what: 'the sign of zero is lost', from: 'value * value', to: 'value * value | 0' },
    ],
  },
  {
    fixture: 'plain-javascript/list-searched-in-a-filter',
    name: 'difference',
    after: 'after.set.ts',
    mistakes: [
      { what: 'the wrong ones are kept', from: '!knownSet.has(item)', to: 'knownSet.has(item)' },
      {
        what: 'a result is an argument',
        from: 'return all.filter',
        to: 'return known.length === 0 ? all : all.filter',
      },
    ],
  },
  {
    fixture: 'plain-javascript/list-searched-by-a-number',
    name: 'chain',
    after: 'after.ts',
    mistakes: [
      { what: 'the last with a key is found', from: 'if (!pointsById.has(point.id)) ', to: '' },
      {
        what: 'NaN is found',
        from: '    if (Number.isNaN(point.id)) return; // equals nothing\n',
        to: '',
        isCaveat: true,
      },
      { what: 'another key is asked for', from: 'pointsById.get(at)', to: 'pointsById.get(start)' },
    ],
  },
  {
    fixture: 'plain-javascript/list-filtered-by-a-key',
    name: 'summed',
    after: 'after.map.ts',
    mistakes: [
      { what: 'the caller gets the list that is kept', from: '?.slice()', to: '' },
      { what: 'only the first of a group is kept', from: '    else group.push(line);\n', to: '' },
    ],
  },
  {
    fixture: 'plain-javascript/list-searched-while-it-grows',
    name: 'unique',
    after: 'after.set.ts',
    mistakes: [
      { what: 'the set does not grow', from: '      outSet.add(value);\n', to: '' },
      { what: 'the set is kept in place of the list', from: 'return out;', to: 'return [...outSet];' },
    ],
  },
  {
    fixture: 'memoization/recursive-fibonacci',
    name: 'fib',
    after: 'after.bottom-up.ts',
    mistakes: [
      { what: 'the table starts wrongly', from: 'let last2 = 0', to: 'let last2 = 1' },
      { what: 'fractions pass the guard', from: 'Number.isInteger(n) && ', to: '' },
      {
        what: 'the original behind the guard is wrong',
        from: 'fib(n - 1) + fib(n - 2)',
        to: 'fib(n - 1) - fib(n - 2)',
      },
    ],
  },
  {
    fixture: 'memoization/bottom-up-cheapest-path',
    name: 'cheapest',
    after: 'after.bounded-map.ts',
    mistakes: [
      { what: 'arguments are exchanged in the key', from: '.get(x)?.get(y)', to: '.get(y)?.get(x)' },
      { what: 'the key forgets an argument', from: 'byX.set(y, result)', to: 'byX.set(1, result)' },
    ],
  },
  {
    fixture: 'memoization/inner-table-longest-common',
    name: 'common',
    after: 'after.inner-table.ts',
    mistakes: [{ what: 'the shorter of two is taken', from: 'Math.max(', to: 'Math.min(' }],
  },
  {
    fixture: 'streaming-io/appends-in-a-loop',
    name: 'addAll',
    after: 'after.ts',
    mistakes: [
      { what: 'the end is never written', from: "if (pending !== '') appendFileSync(file, pending);", to: '' },
      { what: 'lines run together', from: '}\\n`', to: '}`' },
    ],
  },
];

// Time only cuts the end of the cases: enough for all of them on a busy machine.
const budgetMs = 15_000;
const root = path.dirname(createRequire(import.meta.url).resolve('../../package.json'));

let child: BundledChild;
let scratch: string;
let processes: BenchmarkProcesses;
let builder: VariantBuilder;

beforeAll(async () => {
  child = await bundleChild();
  scratch = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-planted-')));
  processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry: child.entry,
    temporaryFolder: scratch,
    allowWrite: [],
  });
  builder = createVariantBuilder();
});

afterAll(async () => {
  await processes.dispose();
  await builder.dispose();
  await Promise.all([child.remove(), rm(scratch, { recursive: true })]);
});

describe.each(rewrites)('$fixture', ({ fixture, name, after, mistakes }) => {
  test('is right as it is, and each mistake in it is found', async () => {
    const folder = path.join(root, 'test/strategies', fixture);
    const subject = openSubject({ file: path.join(folder, 'before.ts'), select: { name } }, projects);
    const compare = await comparisonWith(subject, builder, processes);
    const text = readFileSync(path.join(folder, after), 'utf8');
    const right = await compare?.('right', text, budgetMs);
    expect(['equivalent', 'caveat']).toContain(right?.verdict);
    const verdicts: (readonly [string, string | undefined])[] = [];
    for (const [index, { what, from, to }] of mistakes.entries()) {
      expect(text).toContain(from);
      const wrong = await compare?.(
        `wrong-${index}`,
        text.replace(from, () => to),
        budgetMs,
      );
      verdicts.push([what, wrong?.verdict]);
    }
    const wanted = mistakes.map(({ what, isCaveat }) => [what, isCaveat ? 'caveat' : 'not-equivalent']);
    expect(verdicts).toEqual(wanted);
  });
});

test('a change is only excused for the fixture, line and wording that were looked into', () => {
  expect(whyEquivalent('typed-arrays/sieve-count', 10, '`*` became `+`')).toBe('starts at an earlier multiple');
  expect(whyEquivalent('typed-arrays/sieve-count', 9, '`*` became `+`')).toBeUndefined();
  expect(whyEquivalent('typed-arrays/other', 3, 'the guard `if (cached !== undefined)` was dropped')).toBeUndefined();
});
