// How the functions of subjects.ts are called: realistic sequences, which are timed, and arguments at which a table or a cache goes wrong easily.
import { seededRandom } from '../../../src/engine/statistics/random.ts';

type Calls = readonly (readonly unknown[])[];

const words = ['applepenapple', 'catsandog', 'pineapplepenapple', 'aaaaaaaaaaaaaaaaaaaab'];
const dictionary = ['apple', 'pen', 'pine', 'cats', 'cat', 'sand', 'and', 'dog', 'a', 'aa', 'aaa'];
const awkwardNumbers: Calls = [[0], [-0], [1], [2.5], [-3], [Number.NaN], [Number.NEGATIVE_INFINITY], [5], [-0], [0]];
const awkwardPairs: Calls = [
  [0, 0],
  [-0, 3],
  [3, -0],
  [2.5, 1],
  [1, 2.5],
  [-1, 2],
  [2, -1],
  [2, 5],
  [5, 2],
  [Number.NaN, 1],
  [1, 1500],
  [2, 476],
];

export interface Sequence {
  readonly calls: Calls;
  readonly awkward: Calls;
}

export const sequences: Readonly<Record<string, Sequence>> = {
  fibonacci: { calls: [[24], [22], [24], [25]], awkward: awkwardNumbers },
  tribonacci: { calls: [[19], [20], [19]], awkward: awkwardNumbers },
  gridPaths: {
    calls: [
      [8, 9],
      [9, 8],
      [9, 9],
    ],
    awkward: awkwardPairs.filter(([, columns]) => Number(columns) < 100),
  },
  binomial: {
    calls: [
      [18, 9],
      [17, 8],
      [18, 9],
    ],
    awkward: awkwardPairs,
  },
  catalan: { calls: [[10], [11], [10]], awkward: awkwardNumbers },
  divisorSum: { calls: skewed('divisorSum', 400).map((n) => [n + 1]), awkward: awkwardNumbers },
  isPrime: { calls: skewed('isPrime', 1000).map((n) => [1_000_003 + n]), awkward: awkwardNumbers },
  slug: {
    calls: skewed('slug', 200).map((n) => [`Über die Häufigkeit von Überschriften, Teil ${n}`]),
    awkward: [[''], ['-'], ['__proto__'], ['\uD800'], ['']],
  },
  roman: { calls: skewed('roman', 500).map((n) => [n + 1]), awkward: awkwardNumbers },
  gcdSteps: {
    calls: skewed('gcdSteps', 400).map((n) => [Math.floor(n / 20) + 1, (n % 20) + 1]),
    // The original never ends for NaN.
    awkward: awkwardPairs.filter((pair) => pair.every(Number.isFinite)),
  },
  editDistance: {
    calls: [
      ['kitten', 'sitting'],
      ['saturday', 'sundays'],
      ['kitten', 'sitting'],
    ],
    awkward: [
      ['', ''],
      ['', 'abc'],
      ['abc', ''],
      ['abc', 'abc'],
      ['\uD83D\uDE00', '\uD83D\uDE01'],
    ],
  },
  wordBreaks: {
    calls: words.map((word) => [word, dictionary]),
    awkward: [
      ['', dictionary],
      ['abc', []],
      ['abc', ['']],
      ['', ['']],
      ['aaa', ['a', 'a', 'aa']],
    ],
  },
  changeWays: {
    calls: [
      [[1, 2, 5, 10], 60],
      [[1, 5, 10, 25], 80],
    ],
    awkward: [
      [[1, 2], 0],
      [[1, 2], -0],
      [[1, 2], -3],
      [[0.5, 1], 2],
      [[], 4],
      [[0, 1], 3],
      [[2, -1], 3],
      [[2, 2], 4],
      [[1], Number.NaN],
      [[2], 3.5],
    ],
  },
};

/** Few keys often, many seldom. */
function skewed(name: string, keys: number): number[] {
  const random = seededRandom(1, name);
  return Array.from({ length: 2000 }, () => Math.floor(keys * random() ** 3));
}
