// The kernels that are raced: in which file they stand, and at which size. Sizes are those of the inputs module beside the file.
export interface KernelCase {
  readonly name: string;
  readonly file: string;
  readonly size: number;
}

const sizes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  sequences: {
    sumOfSquares: 1_000_000,
    fibonacci: 25,
    countPrimes: 20_000,
    sieve: 300_000,
    prefixSums: 100_000,
    movingAverage: 20_000,
    histogram: 100_000,
    saxpy: 100_000,
    dot: 100_000,
    crc32: 100_000,
    wordHash: 100_000,
  },
  tables: { editDistance: 300, longestCommon: 300, knapsack: 100 },
  grids: {
    matrixProduct: 100,
    floydWarshall: 100,
    mandelbrot: 100,
    life: 64,
    blur: 128,
    convolution: 5000,
    closestPair: 1000,
    nBody: 20,
    kMeansStep: 2000,
    fourier: 200,
  },
};

export const kernels: readonly KernelCase[] = Object.entries(sizes).flatMap(([file, ofFile]) =>
  Object.entries(ofFile).map(([name, size]) => ({ name, file: `bench/kernels/subjects/${file}.ts`, size })),
);
