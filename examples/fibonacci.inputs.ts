// Numbers up to n in no order, some of them asked for more than once.
export default {
  fibonacci: {
    sizes: [10, 18, 26],
    args: (n: number) => [n],
    sequence: (n: number, random: () => number) => {
      const calls = Array.from({ length: 12 }, () => [n - Math.floor(random() * 6)]);
      return [[n], ...calls];
    },
  },
};
