type Random = () => number;
const numbers = (n: number, random: Random): number[] => Array.from({ length: n }, () => random());
const matrix = (n: number, random: Random): number[][] => Array.from({ length: n }, () => numbers(n, random));

export default {
  matrixProduct: { sizes: [100], args: (n: number, random: Random) => [matrix(n, random), matrix(n, random)] },
  floydWarshall: {
    sizes: [100],
    args: (n: number, random: Random) => [Float64Array.from(numbers(n * n, random)), n],
  },
  mandelbrot: { sizes: [100], args: (n: number) => [n, 200] },
  life: {
    sizes: [64],
    args: (n: number, random: Random) => [
      Uint8Array.from(numbers(n * n, random), (one) => (one < 0.3 ? 1 : 0)),
      n,
      n,
      4,
    ],
  },
  blur: { sizes: [128], args: (n: number, random: Random) => [numbers(n * n, random), n, n] },
  convolution: { sizes: [5_000], args: (n: number, random: Random) => [numbers(n, random), numbers(50, random)] },
  closestPair: { sizes: [1_000], args: (n: number, random: Random) => [numbers(n, random), numbers(n, random)] },
  nBody: { sizes: [20], args: (n: number, random: Random) => [Float64Array.from(numbers(n * 7, random)), n, 50] },
  kMeansStep: {
    sizes: [2_000],
    args: (n: number, random: Random) => [numbers(n * 4, random), numbers(16 * 4, random), 4],
  },
  fourier: { sizes: [200], args: (n: number, random: Random) => [numbers(n, random)] },
};
