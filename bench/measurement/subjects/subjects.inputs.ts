type Random = () => number;

const letters = (length: number, random: Random): string =>
  Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
const numbers = (length: number, random: Random): number[] => Array.from({ length }, () => Math.floor(random() * 1000));

export default {
  spin: { sizes: [20_000], args: (n: number) => [n] },
  spinAsync: { sizes: [20_000], args: (n: number) => [n] },
  hash: { sizes: [2000], args: (n: number, random: Random) => [letters(n, random)] },
  group: {
    sizes: [1000],
    args: (n: number, random: Random) => [Array.from({ length: n }, () => letters(2, random))],
  },
  sorted: { sizes: [1000], args: (n: number, random: Random) => [numbers(n, random)] },
  squaresOfEven: { sizes: [10_000], args: (n: number, random: Random) => [numbers(n, random)] },
  parsed: { sizes: [500], args: (n: number, random: Random) => [JSON.stringify({ values: numbers(n, random) })] },
  sum: { sizes: [100_000], args: (n: number, random: Random) => [numbers(n, random)] },
  clamp: { sizes: [1], args: (n: number) => [n, 0, 10] },
  editDistance: { sizes: [60], args: (n: number, random: Random) => [letters(n, random), letters(n, random)] },
};
