const numbers = (n: number, random: () => number): number[] => Array.from({ length: n }, () => random());

export default {
  sumOfSquares: { sizes: [1_000_000], args: (n: number) => [n] },
  fibonacci: { sizes: [25], args: (n: number) => [n] },
  countPrimes: { sizes: [20_000], args: (n: number) => [n] },
  sieve: { sizes: [300_000], args: (n: number) => [n] },
  prefixSums: { sizes: [100_000], args: (n: number, random: () => number) => [numbers(n, random)] },
  movingAverage: { sizes: [20_000], args: (n: number, random: () => number) => [numbers(n, random), 30] },
  histogram: { sizes: [100_000], args: (n: number, random: () => number) => [numbers(n, random), 64] },
  saxpy: { sizes: [100_000], args: (n: number, random: () => number) => [0.5, numbers(n, random), numbers(n, random)] },
  dot: { sizes: [100_000], args: (n: number, random: () => number) => [numbers(n, random), numbers(n, random)] },
  crc32: {
    sizes: [100_000],
    args: (n: number, random: () => number) => [Uint8Array.from({ length: n }, () => Math.floor(random() * 256))],
  },
  wordHash: {
    sizes: [100_000],
    args: (n: number, random: () => number) => [
      Array.from({ length: n }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(''),
    ],
  },
};
