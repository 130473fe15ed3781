// Planted changes that no input can tell from the original, or none that a machine can hold and play, each looked into by hand, with the reason:
// they are counted apart. A mark holds for one fixture, line and change, so that it falls away when the rewrite changes; main.ts says when one is
// caught all the same.

type Mark = readonly [fixture: string, line: number, description: string, why: string];

const marks: readonly Mark[] = [
  ['typed-arrays/coin-change', 4, '0 became 1', 'the guard is stricter: an amount of 0 takes the plain array'],
  ['typed-arrays/edit-distance-swapped-rows', 5, '0 became 1', 'element 0 is 0 anyhow'],
  ['typed-arrays/edit-distance-table', 5, '1 became 2', 'one row more than is used'],
  ['typed-arrays/javascript-with-types-in-comments', 7, '1 became 2', 'one element more than is used'],
  [
    'typed-arrays/knapsack-of-any-capacity',
    4,
    '`|` became `&`',
    'the guard is stricter: all but 0 take the plain array',
  ],
  ['typed-arrays/old-javascript-with-var', 10, '`<` became `<=`', 'the element after the last is there and 0'],
  ['typed-arrays/prefix-sums-of-an-array', 10, '`>` became `>=`', 'an equal length replaces itself'],
  [
    'typed-arrays/refilled-every-pass',
    7,
    'the statement `seen[i] = 1;` was dropped',
    'a pass never comes back to an element',
  ],
  ['typed-arrays/sieve-count', 10, '`*` became `+`', 'starts at an earlier multiple'],
  ['typed-arrays/windows-line-ends-and-tabs', 2, '1 became 2', 'every element is overwritten'],
  ['typed-arrays/windows-line-ends-and-tabs', 9, '`max` became `min`', 'all that is compared is 0'],
  [
    'plain-javascript/list-searched-in-a-filter',
    4,
    '`<` became `<=`',
    'the index after the last is skipped like a hole',
  ],
  [
    'plain-javascript/list-searched-in-a-filter',
    5,
    '`<` became `<=`',
    'the index after the last is skipped like a hole',
  ],
  [
    'plain-javascript/name-of-an-element-that-is-not-looked-at',
    3,
    '`<` became `<=`',
    'the index after the last is skipped like a hole',
  ],
  ['plain-javascript/squares', 4, '`<` became `<=`', 'the index after the last is skipped like a hole'],
  ['memoization/bottom-up-cheapest-path', 3, '`+` became `-`', 'the limit of the table costs time, not results'],
  ['memoization/bottom-up-names-that-are-taken', 7, '`+` became `-`', 'the limit of the table costs time, not results'],
  ['memoization/bottom-up-unguarded-zero', 15, '2 became 3', '1 - 2 and 1 - 3 are both answered by the guard'],
  ['memoization/bottom-up-unguarded-zero', 16, '2 became 3', '1 - 2 and 1 - 3 are both answered by the guard'],
  ['memoization/called-before-its-declaration', 8, '`<=` became `<`', 'the limit of the loop costs time, not results'],
  [
    'memoization/edit-distance-inside',
    7,
    'the statement `(distanceCache[i] ??= [])[j] = result;` was dropped',
    'without the cache the same is computed again',
  ],
  [
    'memoization/inner-recursion-word-break',
    6,
    'the statement `fitsCache[start] = result;` was dropped',
    'without the cache the same is computed again',
  ],
  [
    'memoization/knapsack-inside-arrow',
    11,
    'the statement `(bestCache[index] ??= [])[left] = result;` was dropped',
    'without the cache the same is computed again',
  ],
  [
    'memoization/many-returns-in-loops',
    14,
    '`*` became `+`',
    'a composite number has a divisor up to its half as well',
  ],
  [
    'memoization/many-returns-in-loops',
    15,
    '`*` became `+`',
    'a composite number has a divisor up to its half as well',
  ],
  ['memoization/named-function-expression', 11, '`<=` became `<`', 'the loop gives 1 for 1 as well'],
  ['memoization/named-function-expression', 12, '`<=` became `<`', 'the loop gives 1 for 1 as well'],
  ['memoization/two-arguments-in-nested-maps', 5, '`*` became `+`', 'the limit of the table costs time, not results'],
  [
    'memoization/two-arguments-in-nested-maps',
    26,
    'the arguments of `gridPaths(rows - 1, columns)` were swapped',
    'the number of ways is the same for the turned grid',
  ],
  ['memoization/undefined-is-a-result', 13, '`*` became `+`', 'the smallest divisor is not above the half'],
  [
    'streaming-io/appends-awaited-in-several-places',
    7,
    'the condition `pending.length >= 65_536` was turned round',
    'only how much is written at once changes',
  ],
  [
    'typed-arrays/edit-distance-pushed-table',
    16,
    '`table[row + j] = Math.min(replace, table[previousR` lost its fraction',
    'there is none: the array holds whole numbers',
  ],
  [
    'typed-arrays/edit-distance-table',
    15,
    '`dp[row + j] = 1 + Math.min(dp[previousRow + j]!, d` lost its fraction',
    'there is none: the array holds whole numbers',
  ],
  [
    'typed-arrays/longest-common-subsequence',
    8,
    '`table[row + j] = table[previousRow + j - 1]! + 1` lost its fraction',
    'there is none: the array holds whole numbers',
  ],
  [
    'typed-arrays/longest-common-subsequence',
    9,
    '`table[row + j] = Math.max(table[previousRow + j]!,` lost its fraction',
    'there is none: the array holds whole numbers',
  ],
  ['typed-arrays/sieve-of-a-checked-limit', 6, '`isPrime[0] = isPrime[1] = 0` lost its fraction', '0 has none'],
  [
    'plain-javascript/outer-variable-of-the-same-name',
    4,
    'the guard `if (!(i in values)) continue;` was dropped',
    'a hole gives NaN, which is above nothing',
  ],
  [
    'memoization/parameter-hidden-at-a-return',
    7,
    'the guard `if (seed === 0) return result;` was dropped',
    'the sign of zero is lost in `value * 17 + 3`',
  ],
  [
    'typed-arrays/edit-distance-pushed-table',
    4,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/edit-distance-swapped-rows',
    3,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/edit-distance-swapped-rows',
    4,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/edit-distance-table',
    5,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/edit-distance-two-rows',
    3,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/longest-common-subsequence',
    3,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/row-names-in-a-table',
    3,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/windows-line-ends-and-tabs',
    2,
    'Int32Array became Int16Array',
    'what would tell takes a text of more than 32,767 letters, and a table of 1e9 steps',
  ],
  [
    'typed-arrays/bound-of-an-array-length-is-too-wide-for-int32',
    2,
    'Float64Array became Float32Array',
    'what would tell takes more than 16 million elements',
  ],
  [
    'typed-arrays/coin-change',
    5,
    'Float64Array became Float32Array',
    'what would tell takes more than 16 million elements',
  ],
  [
    'typed-arrays/histogram-of-bytes',
    2,
    'Float64Array became Float32Array',
    'what would tell takes more than 16 million elements',
  ],
  [
    'typed-arrays/javascript-with-types-in-comments',
    7,
    'Float64Array became Float32Array',
    'what would tell takes more than 16 million elements',
  ],
  [
    'typed-arrays/old-javascript-with-var',
    4,
    'Float64Array became Float32Array',
    'what would tell takes more than 16 million elements',
  ],
  [
    'typed-arrays/flag-returned-as-comparison',
    6,
    'the condition of `if (reachable[i] && j - i <= jumps[i]) reachable[j` was dropped',
    'the element that is asked for is one that no round sets',
  ],
  [
    'typed-arrays/flag-returned-as-comparison',
    6,
    'the reset `reachable[j] = 1;` was dropped',
    'the element that is asked for is one that no round sets',
  ],
  [
    'memoization/inner-recursion-over-a-changing-array',
    7,
    'the guard `if (size === 0) return result;` was dropped',
    'both zeros have the same one arrangement',
  ],
];

/** Kinds of changes that never change a result, wherever rewrites of that strategy have them. */
const kinds: readonly (readonly [strategy: string, pattern: RegExp, why: string])[] = [
  ['memoization', /^the guard `if \(cached\b.* was dropped$/, 'without the cache the same is computed again'],
  ['memoization', /^the guard `if \(\w+\.has\(.* was dropped$/, 'without the cache the same is computed again'],
  ['memoization', /^the (reset|statement) `\w+\.(clear|set)\(.* was dropped$/, 'the cache only saves time'],
  ['memoization', /^the condition of `if \(\w+(\.size|Size) >= \w+/, 'the cache only starts over more often'],
  ['memoization', /^the reset `\w+CacheSize = 0;` was dropped$/, 'the cache only starts over more often'],
  [
    'memoization',
    /^the condition of `if \(Number\.isInteger\((\w+)\) && \1 >= 0 && \1\b/,
    'other numbers become properties of the array: that takes memory and changes no result',
  ],
  ['streaming-io', /^the condition of `if \(pending\.length >= /, 'only how much is written at once changes'],
];

export function whyEquivalent(fixture: string, line: number, description: string): string | undefined {
  const mark = marks.find((one) => one[0] === fixture && one[1] === line && one[2] === description);
  if (mark !== undefined) return mark[3];
  return kinds.find(([strategy, pattern]) => fixture.startsWith(`${strategy}/`) && pattern.test(description))?.[2];
}
