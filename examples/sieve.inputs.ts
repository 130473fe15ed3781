// A program that works through a few limits and comes back to the one it started with.
export default {
  primesUpTo: {
    sizes: [1_000, 50_000, 1_000_000],
    args: (n: number) => [n],
    sequence: (n: number) => [[n], [Math.floor(n / 2)], [Math.floor(n / 3)], [n], [n]],
  },
};
