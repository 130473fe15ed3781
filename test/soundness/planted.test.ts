// A fixed part of `npm run bench:soundness -- --only planted`: mistakes in rewrites that the strategies generate, each of which the product's
// own verifier has to find in inputs that it makes up, and the rewrites themselves, in which it must find nothing.
import { expect, test } from 'vitest';
import { whyEquivalent } from '../../bench/soundness/equivalent-mutants.ts';
import { type Rewrite, testMistakes } from './planted-mistakes.ts';

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
      { what: 'another key is asked for', from: 'pointsById.get(at)', to: 'pointsById.get(start)' },
      {
        what: 'NaN is found',
        from: '    if (Number.isNaN(point.id)) return; // equals nothing\n',
        to: '',
      },
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

testMistakes(rewrites);

test('a change is only excused for the fixture, line and wording that were looked into', () => {
  expect(whyEquivalent('typed-arrays/sieve-count', 10, '`*` became `+`')).toBe('starts at an earlier multiple');
  expect(whyEquivalent('typed-arrays/sieve-count', 9, '`*` became `+`')).toBeUndefined();
  expect(whyEquivalent('typed-arrays/other', 3, 'the guard `if (cached !== undefined)` was dropped')).toBeUndefined();
});
