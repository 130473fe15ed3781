// A statistics page that asks for a few window lengths again and again.
export default {
  rangeSum: {
    sizes: [1_000, 100_000, 5_000_000],
    args: (n: number) => [n],
    sequence: (n: number, random: () => number) => {
      const windows = [n, Math.floor(n / 2), Math.floor(n / 4), Math.floor(n / 10)];
      return Array.from({ length: 20 }, () => [windows[Math.floor(random() * windows.length)]]);
    },
  },
};
