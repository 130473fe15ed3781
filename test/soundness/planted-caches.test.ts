// Mistakes that a cache can have, planted into rewrites of the memoization strategy: wrong keys, zeros and NaN mixed up, results shared with callers,
// rejections kept, results of another call, tables in the wrong order. The product's own verifier has to find each.
import { type Mistake, type Rewrite, testMistakes } from './planted-mistakes.ts';

/** A cache that holds for one call lives on. */
const outlives = (name: string, made: string, type: string): Mistake => ({
  what: 'what holds for one call is kept for all',
  from: `const ${name}${type} = ${made};`,
  to: `const ${name}${type} = ((globalThis as Record<string, any>)['kept'] ??= ${made});`,
});

const rewrites: readonly Rewrite[] = [
  {
    fixture: 'memoization/strings-as-keys',
    name: 'distance',
    after: 'after.ts',
    mistakes: [
      { what: 'arguments are exchanged', from: 'byA.set(b, result)', to: 'byA.set(a, result)' },
      {
        what: 'texts that differ by white space share a key',
        from: 'byA.set(b, result)',
        to: 'byA.set(b.trim(), result)',
      },
      {
        what: 'the length is the key',
        from: 'distanceCache.get(a)',
        to: 'distanceCache.get(a[0]!)',
        isEverywhere: true,
      },
      { what: 'another result is remembered', from: 'byA.set(b, result)', to: 'byA.set(b, result + 1)' },
    ],
  },
  {
    fixture: 'memoization/sign-of-zero-shows-in-the-result',
    name: 'damped',
    after: 'after.bounded-map.ts',
    mistakes: [
      { what: '0 and -0 share a key', from: '  if (x === 0) return result;\n', to: '' },
      {
        what: 'fractions share a key',
        from: 'dampedCache.set(x, result)',
        to: 'dampedCache.set(Math.trunc(x), result)',
      },
      { what: 'NaN has the key of 1', from: 'dampedCache.get(x)', to: 'dampedCache.get(x || 1)' },
      { what: 'signs are lost', from: 'dampedCache.set(x, result)', to: 'dampedCache.set(Math.abs(x), result)' },
    ],
  },
  {
    fixture: 'memoization/sign-of-zero-shows-in-the-result',
    name: 'damped',
    after: 'after.bounded-array.ts',
    mistakes: [
      { what: '0 and -0 share an element', from: '  if (x === 0) return result;\n', to: '' },
      { what: 'the element beside it', from: 'dampedCache[x] = result', to: 'dampedCache[x + 1] = result' },
      {
        what: 'fractions share an element',
        from: 'Number.isInteger(x) && x >= 0 && x < DAMPED_CACHE_LIMIT) dampedCache[x]',
        to: 'x >= 0) dampedCache[Math.floor(x)]',
      },
    ],
  },
  {
    fixture: 'memoization/copies-of-arrays',
    name: 'range',
    after: 'after.ts',
    mistakes: [
      { what: 'callers share what is remembered', from: 'return cached.slice()', to: 'return cached' },
      {
        what: 'the first caller has what is remembered',
        from: 'rangeCache.set(n, result.slice())',
        to: 'rangeCache.set(n, result)',
      },
    ],
  },
  {
    fixture: 'memoization/copies-of-records-by-two-arguments',
    name: 'spread',
    after: 'after.ts',
    mistakes: [
      { what: 'callers share what is remembered', from: 'return { ...cached }', to: 'return cached' },
      {
        what: 'the first caller has what is remembered',
        from: 'bySeed.set(count, { ...result })',
        to: 'bySeed.set(count, result)',
      },
      { what: 'an argument is forgotten', from: 'get(count)', to: 'get(3)' },
    ],
  },
  {
    fixture: 'memoization/copies-of-typed-arrays',
    name: 'histogram',
    after: 'after.ts',
    mistakes: [
      { what: 'callers share what is remembered', from: 'return cached.slice()', to: 'return cached' },
      { what: 'a view of what is remembered', from: 'result.slice()', to: 'result.subarray()' },
    ],
  },
  {
    fixture: 'memoization/undefined-is-a-result',
    name: 'smallestFactor',
    after: 'after.ts',
    mistakes: [
      {
        what: 'no result is remembered as 0',
        from: 'rememberSmallestFactor(n, undefined)',
        to: 'rememberSmallestFactor(n, 0)',
      },
      { what: 'signs are lost', from: 'Cache.set(n, result)', to: 'Cache.set(Math.abs(n), result)' },
    ],
  },
  {
    fixture: 'memoization/fields-of-a-tuple',
    name: 'crossings',
    after: 'after.ts',
    mistakes: [
      { what: 'a field is forgotten', from: '?.get(limits[0])', to: '?.values().next().value' },
      { what: 'a field of the first is forgotten', from: '?.get(corner[1])', to: '?.values().next().value' },
    ],
  },
  {
    fixture: 'memoization/fields-of-optional-kinds',
    name: 'framed',
    after: 'after.ts',
    mistakes: [
      {
        what: 'null and undefined share a key',
        from: 'get(options.mode)',
        to: 'get(options.mode ?? undefined)',
      },
      { what: 'a field is forgotten', from: '?.get(options.width)', to: '?.values().next().value' },
      { what: 'an option is forgotten', from: '?.get(options.mode)', to: '?.values().next().value' },
    ],
  },
  {
    fixture: 'memoization/bigints',
    name: 'power',
    after: 'after.ts',
    mistakes: [
      { what: 'arguments are exchanged', from: 'byBase.set(exponent, result)', to: 'byBase.set(base, result)' },
    ],
  },
  {
    fixture: 'memoization/async-that-waits',
    name: 'load',
    after: 'after.ts',
    mistakes: [
      {
        what: 'another promise is shared',
        from: 'loadCache.set(id, computing)',
        to: 'loadCache.set(id + 1, computing)',
      },
      { what: 'an error becomes a value', from: 'return computing;', to: 'return computing.catch(() => 0);' },
      {
        what: 'who shared an error gets nothing',
        isCaveat: true,
        from: 'shared.catch(() => computeLoad(id))',
        to: 'shared.catch(() => 0)',
      },
    ],
  },
  {
    fixture: 'memoization/errors-are-not-remembered',
    name: 'factorial',
    after: 'after.bounded-map.ts',
    mistakes: [
      {
        what: 'a check is skipped',
        from: 'if (n < 0) throw new RangeError',
        to: 'if (n < 0) return 1; if (n > 99) throw new RangeError',
      },
      { what: 'one result for all', from: 'factorialCache.set(n, result)', to: 'factorialCache.set(3, result)' },
    ],
  },
  {
    fixture: 'memoization/inner-recursion-by-object',
    name: 'routes',
    after: 'after.ts',
    mistakes: [
      outlives('countCache', 'new Map<Stop, number>()', ''),
      {
        what: 'another result is remembered',
        from: 'countCache.set(stop, result)',
        to: 'countCache.set(stop, result + 1)',
      },
    ],
  },
  {
    fixture: 'memoization/grown-table-of-squares',
    name: 'fewestSquares',
    after: 'after.grown-table.ts',
    mistakes: [
      { what: 'the table begins wrongly', from: 'Results = [0]', to: 'Results = [1]' },
      { what: 'the loop ends too early', from: 'i * i <= k', to: 'i * i < k' },
      { what: 'another result is asked for', from: 'Results[k - i * i]!', to: 'Results[k - i]!' },
    ],
  },
  {
    fixture: 'memoization/mutual-recursion',
    name: 'female',
    after: 'after.bounded-array.ts',
    mistakes: [{ what: 'the element beside it', from: 'femaleCache[n] = result', to: 'femaleCache[n + 1] = result' }],
  },
  {
    fixture: 'memoization/three-arguments',
    name: 'ways',
    after: 'after.bounded-array.ts',
    mistakes: [
      { what: 'an argument is forgotten', from: '[sides]', to: '[0]', isEverywhere: true },
      {
        what: 'arguments are exchanged',
        from: '(waysCache[dice] ??= [])[sides]',
        to: '(waysCache[sides] ??= [])[dice]',
      },
    ],
  },
  {
    fixture: 'memoization/bottom-up-triangle',
    name: 'stirling',
    after: 'after.bottom-up.ts',
    mistakes: [
      { what: 'the diagonal is missing', from: 'row.push(1)', to: 'row.push(0)' },
      {
        what: 'a row is gone through from the left',
        from: 'let j = i <= k ? i - 1 : k; j > 0; j--',
        to: 'let j = 1; j <= (i <= k ? i - 1 : k); j++',
      },
    ],
  },
  {
    fixture: 'memoization/inner-amounts-of-coins',
    name: 'ways',
    after: 'after.inner-table.ts',
    mistakes: [
      {
        what: 'each coin is used once',
        from: 'let left = coin; left <= amount; left++',
        to: 'let left = amount; left >= coin; left--',
      },
      { what: 'an amount of nothing can be paid in no way', from: 'row[0] = 1', to: 'row[0] = 0' },
    ],
  },
  {
    fixture: 'memoization/lru-cache-of-the-project',
    name: 'slug',
    after: 'after.bounded-map.ts',
    mistakes: [
      {
        what: 'texts that differ by case share a key',
        from: 'slugCache.set(title, result)',
        to: 'slugCache.set(title.toLowerCase(), result + "-")',
      },
    ],
  },
];

testMistakes(rewrites);
